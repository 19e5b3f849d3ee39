package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import java.util.Map;

/** Turns the verdict on an object into the outcome of a check. */
final class Outcomes {
    private Outcomes() {}

    /**
     * Passes on HEALTHY only; what may still heal fails and may be retried, what cannot be judged is an ERROR.
     *
     * @param expected what the check asks for, such as "a complete rollout"
     */
    static Outcome of(String expected, Health health) {
        String but = "expected " + expected + " but ";
        Outcome outcome = switch (health.state()) {
            case HEALTHY -> Outcome.passed(health.reason());
            case PROGRESSING -> Outcome.failed(but + health.reason());
            case FAILED -> Outcome.failed(but + health.reason()).conclusively();
            case SUSPENDED ->
                Outcome.failed(but + "it is suspended: " + health.reason()).conclusively();
            case UNKNOWN -> Outcome.error("expected " + expected + ", which could not be judged: " + health.reason());
        };
        for (Map.Entry<String, String> field : health.fields().entrySet()) {
            outcome = outcome.with(field.getKey(), field.getValue());
        }
        for (String note : health.notes()) {
            outcome = note.isBlank() ? outcome : outcome.warning(note);
        }
        return outcome;
    }

    /** Says the same where what would explain it could not be read, and why not. */
    static Outcome unexplained(String expected, Health health, Refusal refusal) {
        return of(expected, health).warning("could not look for the reason: " + refusal.reason());
    }
}
