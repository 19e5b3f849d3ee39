package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.FALSE;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for CustomResourceDefinitions: established, over the whole condition list, whatever its order. That the
 * operator behind it runs is another question.
 */
public final class CustomResourceDefinitionHealth {

    private CustomResourceDefinitionHealth() {}

    /**
     * Judges the CustomResourceDefinition.
     *
     * @param definition the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(CustomResourceDefinition definition, Instant now) {
        return judge(new Facts(), definition, now);
    }

    /**
     * Judges the CustomResourceDefinition and whether it serves a version.
     *
     * @param definition the object as read
     * @param version the wanted version, such as {@code v1}
     * @param now the time of the observation
     * @return the verdict; failed when the version is missing or not served
     */
    public static Health of(CustomResourceDefinition definition, String version, Instant now) {
        Facts facts = new Facts();
        Health health = judge(facts, definition, now);
        if (!health.isHealthy()) {
            return health;
        }
        List<String> served = definition.getSpec() == null
                ? List.of()
                : Absent.list(definition.getSpec().getVersions()).stream()
                        .filter(v -> Boolean.TRUE.equals(v.getServed()))
                        .map(v -> String.valueOf(v.getName()))
                        .toList();
        facts.see("spec.versions[served]", served);
        return served.contains(version)
                ? facts.healthy(health.reason() + ", serves " + version)
                : facts.failed("version " + version + " is not served, only " + served);
    }

    /**
     * Judges the same and asks that its names are accepted, not only that none was refused.
     *
     * @param definition the object as read
     * @param version the wanted version, such as {@code v1}
     * @param now the time of the observation
     * @return the verdict; progressing while NamesAccepted is not reported
     */
    public static Health accepted(CustomResourceDefinition definition, String version, Instant now) {
        Health health = of(definition, version, now);
        return health.isHealthy() && !"True".equals(health.fields().get("status.conditions[NamesAccepted].status"))
                ? new Health(Health.State.PROGRESSING, "NamesAccepted is not True", health.notes(), health.fields())
                : health;
    }

    private static Health judge(Facts facts, CustomResourceDefinition definition, Instant now) {
        CustomResourceDefinitionStatus status =
                Objects.requireNonNullElseGet(definition.getStatus(), CustomResourceDefinitionStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(definition).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage())
                        .observed(c.getObservedGeneration()));
        return Universal.terminating(facts, definition, now)
                .or(() -> Universal.stale(facts, definition, status.getObservedGeneration()))
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> byConditions(facts, conditions));
    }

    private static Health byConditions(Facts facts, Conditions conditions) {
        Optional<Condition> terminating = conditions.ifTrue("Terminating");
        if (terminating.isPresent()) {
            return facts.progressing(terminating.get().quoted());
        }
        Optional<Condition> refused =
                conditions.with("NamesAccepted", FALSE).or(() -> conditions.ifTrue("NonStructuralSchema"));
        if (refused.isPresent()) {
            return facts.failed(refused.get().quoted());
        }
        if (conditions.holds("Established")) {
            return facts.healthy("Established");
        }
        return conditions
                .with("Established", FALSE)
                .filter(waiting -> !waiting.reason().equals("Installing"))
                .map(waiting -> facts.failed(waiting.quoted()))
                .orElseGet(() -> facts.progressing("not Established yet"));
    }
}
