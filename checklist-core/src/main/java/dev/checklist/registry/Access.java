package dev.checklist.registry;

import java.util.Locale;

/** Is what an account may do with a repository. */
public enum Access {
    /** Reads its tags and images. */
    PULL,
    /** Adds images to it. */
    PUSH;

    /** Returns the name of the action in a token's scope. */
    String action() {
        return name().toLowerCase(Locale.ROOT);
    }
}
