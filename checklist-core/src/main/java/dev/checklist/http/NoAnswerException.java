package dev.checklist.http;

import dev.checklist.Outcome;
import java.io.IOException;

/** Says why a line has no answer to judge. Its message is finished, and holds no secret. */
final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what no answer means to a line. */
    enum Kind {
        /** Nothing was seen: ERROR. */
        UNSEEN,
        /** Nothing complete was seen in the time of whoever asked first: ERROR. */
        TIMED_OUT,
        /** Nobody listens at the address: ERROR, unless the line wants just that. */
        CONNECTION_REFUSED,
        /** The server did what no line can want, such as a redirect loop: FAILED. */
        WRONG,
        /** The credential was refused, or not sent again for that reason: ERROR, and a retry cannot change it. */
        CREDENTIAL_REFUSED
    }

    private final Kind kind;

    private NoAnswerException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static NoAnswerException unseen(String message) {
        return new NoAnswerException(Kind.UNSEEN, message);
    }

    static NoAnswerException timedOut(String message) {
        return new NoAnswerException(Kind.TIMED_OUT, message);
    }

    static NoAnswerException connectionRefused(String message) {
        return new NoAnswerException(Kind.CONNECTION_REFUSED, message);
    }

    static NoAnswerException wrong(String message) {
        return new NoAnswerException(Kind.WRONG, message);
    }

    static NoAnswerException credentialRefused(String message) {
        return new NoAnswerException(Kind.CREDENTIAL_REFUSED, message);
    }

    Kind kind() {
        return kind;
    }

    Outcome outcome(String expected) {
        return switch (kind) {
            case WRONG -> Outcome.failed("expected " + expected + " but " + getMessage());
            case UNSEEN, TIMED_OUT, CONNECTION_REFUSED ->
                Outcome.error("expected " + expected + " but could not look: " + getMessage());
            // Not FAILED: a conclusive FAILED of a condition would skip its items instead of stopping them.
            case CREDENTIAL_REFUSED ->
                Outcome.error("expected " + expected + " but " + getMessage()).conclusively();
        };
    }
}
