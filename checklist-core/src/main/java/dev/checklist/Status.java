package dev.checklist;

/** Says how a line of a checklist ended. */
public enum Status {
    /** The line holds, on evidence seen in this run. */
    PASSED,
    /** The line was judged and does not hold. */
    FAILED,
    /** The line could not be judged. */
    ERROR,
    /** The line does not apply here; the reason is given. */
    SKIPPED,
    /** The line was not asked, because something before it did not pass. */
    BLOCKED,
    /** The line waits for a person. */
    PENDING,
    /** The line failed, and a valid waiver covers it. */
    WAIVED;

    /** Tells whether what stands behind a line of this status may run: PASSED, WAIVED or SKIPPED. */
    public boolean opensGate() {
        return this == PASSED || this == WAIVED || this == SKIPPED;
    }
}
