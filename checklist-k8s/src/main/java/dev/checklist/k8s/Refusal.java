package dev.checklist.k8s;

import dev.checklist.Outcome;

/** Says, instead of what was to be read, what the line comes to: nobody answered, or not with that. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    // Without a stack trace, since one is made for each line that is not there, and lines share them.
    Refusal(Outcome outcome) {
        super(outcome.message(), null, false, false);
        this.outcome = outcome;
    }

    static Refusal error(String message) {
        return new Refusal(Outcome.error(message));
    }

    Outcome outcome() {
        return outcome;
    }

    String reason() {
        return outcome.message();
    }
}
