package dev.checklist.registry;

import dev.checklist.Outcome;
import java.io.IOException;

/** Says why nothing can be judged. Its message is finished, and holds no secret. */
final class UnseenException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what that means to a line. */
    enum Kind {
        /** There is no such thing: FAILED. */
        ABSENT,
        /** The account, or nobody in particular, may not look: ERROR. */
        NOT_PERMITTED,
        /** The credential was refused, or not sent again for that reason: ERROR, and no retry changes it. */
        CREDENTIAL_REFUSED,
        /** This is nothing that can be judged here: ERROR. */
        UNSUPPORTED,
        /** Nothing believable was seen: ERROR. */
        UNSEEN
    }

    private final Kind kind;

    UnseenException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static UnseenException unseen(String message) {
        return new UnseenException(Kind.UNSEEN, message);
    }

    Kind kind() {
        return kind;
    }

    Outcome outcome(String expected) {
        String text = "expected " + expected + " but " + getMessage();
        return switch (kind) {
            case ABSENT -> Outcome.failed(text);
            case NOT_PERMITTED -> Outcome.notPermitted(text);
            case CREDENTIAL_REFUSED -> Outcome.error(text).conclusively();
            case UNSUPPORTED -> Outcome.unsupported(text);
            case UNSEEN -> Outcome.error(text);
        };
    }
}
