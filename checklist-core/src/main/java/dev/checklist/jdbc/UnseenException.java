package dev.checklist.jdbc;

import dev.checklist.Outcome;

/** Says why a line has nothing to judge. Its message is the end of a sentence, and holds no secret. */
final class UnseenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnseenException(Reason reason, String words) {
        super(words);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String words() {
        return String.valueOf(getMessage());
    }

    Outcome outcome(String expected) {
        return reason.outcome("expected " + expected + " but " + words());
    }
}
