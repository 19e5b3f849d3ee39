package dev.checklist.run;

/** Says how a task that was given to the workers came to its end. */
enum Ending {
    /** It returned or threw in time. */
    RETURNED,
    /** Its time was up; its thread came back. */
    TIMED_OUT,
    /** Its time was up, and its thread ignored the interruption. */
    ABANDONED,
    /** The run ended before it ran. */
    NEVER_RAN,
    /** Too many threads ignored interruption, so that it was not started. */
    REFUSED
}
