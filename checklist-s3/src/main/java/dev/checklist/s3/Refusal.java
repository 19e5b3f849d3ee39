package dev.checklist.s3;

import dev.checklist.Outcome;

/** Says, instead of what was to be read, what the line comes to: nobody answered, or not with that. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    // Without a stack trace: it is an answer, not a fault of the program.
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
}
