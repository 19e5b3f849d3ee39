package dev.checklist;

import org.jspecify.annotations.Nullable;

/** Is made by the factory of an item and survives every modifier; equal to itself only. */
final class Identity {
    private final String key;
    private final @Nullable String place;

    Identity(String key) {
        this(key, null);
    }

    Identity(String key, @Nullable String place) {
        this.key = key;
        this.place = place;
    }

    String key() {
        return key;
    }

    /** Returns where the item looks, if its factory knows that apart from the key. */
    @Nullable
    String place() {
        return place;
    }
}
