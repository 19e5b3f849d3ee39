package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.FieldHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.HealthRule;
import dev.checklist.k8s.health.HealthRules;
import dev.checklist.k8s.health.ResourceView;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the checks of one custom resource of any kind. */
public final class ResourceChecks {
    private static final List<String> STATUSES = List.of("True", "False", "Unknown");

    private final Place place;
    private final ResourceType<GenericKubernetesResource> type;
    private final HealthRules rules;

    ResourceChecks(Place place, ResourceType<GenericKubernetesResource> type, HealthRules rules) {
        this.place = place;
        this.type = type;
        this.rules = rules;
    }

    /**
     * Passes when the rule of the kind says healthy: yours ({@link KubernetesChecks#withRule}), this library's for the
     * operators that it knows, or else the conservative one: the condition Ready is True for this generation and no
     * other condition contradicts it. Without a Ready condition it is an ERROR: say which condition or value counts.
     */
    public Check isHealthy() {
        String group = type.apiVersion().substring(0, type.apiVersion().indexOf('/'));
        return place.check(
                type,
                "is healthy",
                "is healthy",
                new JudgedByRule(place, type, "a healthy " + type.kind(), new ByKind(rules, group, type.kind())));
    }

    /**
     * Passes when {@code status.conditions} has the condition with this status, for this generation of the object.
     *
     * @param conditionType the exact type: Ready and ready are two
     * @param status True, False or Unknown
     */
    public Check hasCondition(String conditionType, String status) {
        if (conditionType == null || conditionType.isBlank()) {
            throw new IllegalArgumentException("the type of the condition is "
                    + (conditionType == null ? "null" : "blank") + ": give one such as Ready");
        }
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException(
                    "the status of the condition is \"" + status + "\": expected one of " + STATUSES);
        }
        String wanted = conditionType + "=" + status;
        return place.check(
                type,
                "has condition " + conditionType,
                "has " + wanted,
                new JudgedByRule(place, type, wanted, new ByCondition(conditionType, status)));
    }

    /**
     * Passes when this text stands there. A value below {@code /status} counts only for this generation of the object.
     *
     * @param pointer a JSON pointer (RFC 6901) such as {@code /status/phase}; a slash in a key is written {@code ~1}
     */
    public Check hasValue(String pointer, String expected) {
        return value(pointer, expected);
    }

    /**
     * Passes when this number stands there; the text of a number is none.
     *
     * @param pointer a JSON pointer (RFC 6901) such as {@code /status/readyInstances}
     */
    public Check hasValue(String pointer, long expected) {
        return value(pointer, BigDecimal.valueOf(expected));
    }

    /**
     * Passes when this flag stands there.
     *
     * @param pointer a JSON pointer (RFC 6901) such as {@code /spec/backup/enabled}
     */
    public Check hasValue(String pointer, boolean expected) {
        return value(pointer, expected);
    }

    private Check value(@Nullable String pointer, @Nullable Object expected) {
        if (pointer == null || !pointer.matches("(/([^~/]|~[01])+)+")) {
            throw new IllegalArgumentException("the pointer is " + (pointer == null ? "null" : "\"" + pointer + "\"")
                    + ": expected a JSON pointer such as /status/phase");
        }
        if (expected == null) {
            throw new IllegalArgumentException("the value expected at " + pointer + " is null: give what it has to be");
        }
        String wanted = expected instanceof String ? "\"" + expected + "\"" : expected.toString();
        return place.check(
                type,
                "has value at " + pointer,
                "has " + wanted + " at " + pointer,
                new JudgedByRule(place, type, wanted + " at " + pointer, new ByValue(pointer, expected)));
    }

    /** Is a value, as probes have to be. */
    private record ByKind(HealthRules rules, String group, String kind) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return rules.judge(group, kind, object, now);
        }
    }

    /** Is a value, as probes have to be. */
    private record ByCondition(String type, String status) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return FieldHealth.condition(object, type, status, now);
        }
    }

    /** Is a value, as probes have to be. */
    private record ByValue(String pointer, Object expected) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return FieldHealth.value(object, pointer, expected, now);
        }
    }
}
