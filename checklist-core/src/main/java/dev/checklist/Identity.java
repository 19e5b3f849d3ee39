package dev.checklist;

/** Is made by the factory of an item and survives every modifier; equal to itself only. */
final class Identity {
    private final String key;

    Identity(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
