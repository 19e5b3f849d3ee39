package dev.checklist.local;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.io.IOException;

/** Ends a look before anything could be judged; its words are the end of the sentence "expected … but". */
final class Obstacle extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what kind of end this is. */
    enum Kind {
        /** What was to be looked at is not there, or there is nothing in it. */
        ABSENT,
        /** It is there, but this account may not read it. */
        FORBIDDEN,
        /** It could not be judged for another reason. */
        UNSEEN
    }

    private final Kind kind;

    private Obstacle(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    static Obstacle absent(String words) {
        return new Obstacle(Kind.ABSENT, words);
    }

    static Obstacle forbidden(String words) {
        return new Obstacle(Kind.FORBIDDEN, words);
    }

    static Obstacle unseen(String words) {
        return new Obstacle(Kind.UNSEEN, words);
    }

    /** Words the outcome: FAILED for what is absent, else an ERROR. */
    Outcome outcome(String expected) {
        String message = "expected " + expected + " but " + getMessage();
        return switch (kind) {
            case ABSENT -> Outcome.failed(message);
            case FORBIDDEN -> Outcome.notPermitted(message);
            case UNSEEN -> Outcome.error(message);
        };
    }

    /** Words the outcome where what is absent is only asked, such as a repository: it is an ERROR too. */
    Outcome error(String expected) {
        Outcome outcome = outcome(expected);
        return outcome.status() == Status.ERROR ? outcome : Outcome.error(outcome.message());
    }
}
