package dev.checklist;

/** Says what a check does to its target besides looking. */
public enum Effect {
    /** Reads only. */
    NONE,
    /** Writes, and needs {@code withWrites()} on the runner. */
    WRITES,
    /** Puts load on its target, and needs {@code withLoad()} on the runner. */
    LOADS
}
