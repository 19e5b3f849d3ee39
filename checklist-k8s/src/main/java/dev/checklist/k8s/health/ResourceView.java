package dev.checklist.k8s.health;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Shows one custom resource to a rule, read-only; what the rule looks at becomes the evidence of its verdict. Places
 * are JSON pointers (RFC 6901) such as {@code /status/phase}; a slash in a key is written {@code ~1}.
 */
public final class ResourceView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GenericKubernetesResource object;
    private final JsonNode root;
    private final Facts facts = new Facts();

    private ResourceView(GenericKubernetesResource object) {
        this.object = object;
        this.root = JSON.valueToTree(object);
    }

    /**
     * Looks at an object; each judgement takes a view of its own.
     *
     * @param object the object as read
     * @return a view that nothing was read through yet
     */
    public static ResourceView of(GenericKubernetesResource object) {
        return new ResourceView(object);
    }

    /**
     * Returns the name of the object.
     *
     * @return {@code metadata.name}, empty if there is none
     */
    public String name() {
        return Absent.text(Universal.metadata(object).getName());
    }

    /**
     * Reads a text.
     *
     * @param pointer where it stands
     * @return the text; empty if there is none, or something that is no text
     */
    public Optional<String> text(String pointer) {
        JsonNode node = see(pointer);
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    /**
     * Reads an integer.
     *
     * @param pointer where it stands
     * @return the number; empty if there is none, or something that is no integer: absent is not zero
     */
    public OptionalLong number(String pointer) {
        JsonNode node = see(pointer);
        return node.canConvertToLong() && node.isIntegralNumber()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    /**
     * Reads a flag.
     *
     * @param pointer where it stands
     * @return the flag; empty if there is none, or something that is neither true nor false
     */
    public Optional<Boolean> flag(String pointer) {
        JsonNode node = see(pointer);
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    /**
     * Tells whether {@code status.conditions} says so, for this generation of the object.
     *
     * @param type the exact type
     * @param status True, False or Unknown
     * @return true if there is a condition of the type, and every one has the status; one of an older generation counts
     *     as none
     */
    public boolean hasCondition(String type, String status) {
        List<Condition> found = conditions().all(type);
        return !found.isEmpty() && found.stream().allMatch(c -> c.status().equals(status));
    }

    Facts facts() {
        return facts;
    }

    /** A counter, of which Go leaves out the zero. */
    long counter(String pointer) {
        return number(pointer).orElse(0);
    }

    String textOrEmpty(String pointer) {
        return text(pointer).orElse("");
    }

    JsonNode see(String pointer) {
        JsonNode node = at(pointer);
        facts.see(shown(pointer), node.isMissingNode() || node.isNull() ? null : Conditions.cut(text(node)));
        return node;
    }

    JsonNode at(String pointer) {
        return root.at(JsonPointer.compile(pointer));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    /** The place as people write it, {@code status.phase}. */
    private static String shown(String pointer) {
        return pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
    }

    /** The conditions of this generation; one without a generation of its own has that of the status. */
    Conditions conditions() {
        return Conditions.of(
                facts, Universal.metadata(object).getGeneration(), allConditions(), condition -> condition);
    }

    private List<Condition> allConditions() {
        List<Condition> all = new ArrayList<>();
        for (JsonNode node : at("/status/conditions")) {
            Condition condition = Condition.of(
                    node.path("type").textValue(),
                    node.path("status").textValue(),
                    node.path("reason").textValue(),
                    node.path("message").textValue());
            Long own = generation(node);
            all.add(condition.observed(own == null ? generation(at("/status")) : own));
        }
        return all;
    }

    private static @Nullable Long generation(JsonNode node) {
        JsonNode observed = node.path("observedGeneration");
        return observed.isIntegralNumber() ? (Long) observed.longValue() : null;
    }

    Optional<Health> terminating(Instant now) {
        return Universal.terminating(facts, object, now);
    }

    /** The deciding condition is of an older generation or, where there is none, the whole status. */
    Optional<Health> stale(String decidingType) {
        Long generation = Universal.metadata(object).getGeneration();
        List<Condition> deciding = allConditions().stream()
                .filter(condition -> condition.type().equals(decidingType))
                .toList();
        return deciding.isEmpty()
                ? Universal.stale(facts, object, generation(at("/status")))
                : deciding.stream()
                        .filter(condition -> condition.isOlderThan(generation))
                        .findFirst()
                        .flatMap(old -> Universal.stale(facts, object, old.observedGeneration()));
    }

    Optional<Health> standard() {
        return Universal.standard(facts, conditions());
    }

    /** The verdict of a rule that is not ours, with what it looked at. */
    Health judgedBy(Health health) {
        Map<String, String> read = facts.healthy("").fields();
        return health.fields().isEmpty() ? new Health(health.state(), health.reason(), health.notes(), read) : health;
    }
}
