package dev.checklist.local;

/** Is what a predicate may come upon. */
enum Situation {
    HOLDS,
    DOES_NOT_HOLD,
    ABSENT,
    EMPTY,
    REFUSED,
    TIME_OUT,
    MALFORMED,
    /** Bytes without end, or letters that a terminal would obey. */
    HOSTILE
}
