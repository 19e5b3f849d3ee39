package dev.checklist;

/** Says what an item means to the verdict and to what follows it. */
enum Standing {
    /** Counts for the verdict. */
    REQUIRED,
    /** Is shown, and does not count. */
    ADVISORY,
    /** Counts, and blocks what follows unless it passes. */
    GATE
}
