package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.FALSE;
import static dev.checklist.k8s.health.Conditions.TRUE;

import dev.checklist.k8s.health.Conditions.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule for custom resources that nobody wrote a rule for: healthy only when Ready is True for this generation and no
 * other condition contradicts it. Without a Ready condition nothing is known, and the author of the list has to say
 * which condition or value counts.
 */
public final class CustomResourceHealth {

    private static final List<String> BROKEN = List.of("Degraded", "Failed");
    private static final List<String> STOPPED = List.of("Paused", "Suspended");
    private static final List<String> DENIED = List.of("Synced", "Healthy");
    private static final List<String> BAD_WORDS =
            List.of("fail", "error", "invalid", "denied", "forbidden", "reject", "refused", "unauthorized");

    private CustomResourceHealth() {}

    /**
     * Judges any custom resource.
     *
     * @param object the object as read
     * @param now the time of the observation
     * @return the verdict; unknown without a Ready condition
     */
    public static Health of(ResourceView object, Instant now) {
        return object.terminating(now)
                .or(() -> object.stale("Ready"))
                .or(object::standard)
                .orElseGet(() -> byConditions(object, object.conditions()));
    }

    private static Health byConditions(ResourceView object, Conditions conditions) {
        Facts facts = object.facts();
        if (conditions.all("Ready").isEmpty()) {
            return facts.unknown("it has no Ready condition: name the condition or the value that counts");
        }
        if (!conditions.holds("Ready")) {
            Condition ready = conditions.denied("Ready").orElseThrow();
            return ready.status().equals(FALSE) && saysBroken(ready)
                    ? facts.failed(ready.quoted())
                    : facts.progressing(ready.quoted());
        }
        return contradiction(facts, conditions).orElseGet(() -> {
            if (object.at("/status/observedGeneration").isMissingNode()
                    && object.at("/status/conditions").findValue("observedGeneration") == null) {
                facts.note("it reports no observedGeneration: whether Ready is of this generation cannot be seen");
            }
            return facts.healthy("Ready, and no condition contradicts it");
        });
    }

    private static Optional<Health> contradiction(Facts facts, Conditions conditions) {
        String but = "Ready, but ";
        return first(conditions, STOPPED, TRUE)
                .map(stopped -> facts.suspended(but + stopped.quoted()))
                .or(() -> first(conditions, BROKEN, TRUE).map(broken -> facts.failed(but + broken.quoted())))
                .or(() -> first(conditions, DENIED, FALSE)
                        .or(() -> first(conditions, List.of("Fallback"), TRUE))
                        .map(denied -> saysBroken(denied)
                                ? facts.failed(but + denied.quoted())
                                : facts.progressing(but + denied.quoted())));
    }

    private static Optional<Condition> first(Conditions conditions, List<String> types, String status) {
        return types.stream()
                .flatMap(type -> conditions.all(type).stream())
                .filter(condition -> condition.status().equals(status))
                .findFirst();
    }

    private static boolean saysBroken(Condition condition) {
        String reason = condition.reason().toLowerCase(Locale.ROOT);
        return BAD_WORDS.stream().anyMatch(reason::contains);
    }
}
