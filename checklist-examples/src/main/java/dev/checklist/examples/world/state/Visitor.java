package dev.checklist.examples.world.state;

/** Whom a response is for. */
public enum Visitor {
    /** Whoever asks. */
    ANYONE,
    /** Who shows the session cookie. */
    SIGNED_IN,
    /** Who shows none, or another one. */
    SIGNED_OUT;

    boolean includes(boolean signedIn) {
        return this == ANYONE || (this == SIGNED_IN) == signedIn;
    }
}
