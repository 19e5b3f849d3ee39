package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import java.util.Map;

/** Turns the verdict on an object into the outcome of a check. */
final class Outcomes {
    private Outcomes() {}

    /** Passes on HEALTHY only; what may still heal fails and may be retried, what cannot be judged is an ERROR. */
    static Outcome of(Health health) {
        Outcome outcome = switch (health.state()) {
            case HEALTHY -> Outcome.passed(health.reason());
            case PROGRESSING -> Outcome.failed(health.reason());
            case FAILED -> Outcome.failed(health.reason()).conclusively();
            case SUSPENDED -> Outcome.failed("suspended: " + health.reason());
            case UNKNOWN -> Outcome.error("could not be judged: " + health.reason());
        };
        for (Map.Entry<String, String> field : health.fields().entrySet()) {
            outcome = outcome.with(field.getKey(), field.getValue());
        }
        for (String note : health.notes()) {
            outcome = note.isBlank() ? outcome : outcome.warning(note);
        }
        return outcome;
    }
}
