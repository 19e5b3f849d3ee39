package dev.checklist.run;

/** Says what a run of a list means. */
public enum Verdict {
    /** Every required line passed, was waived or does not apply, and at least one passed. */
    READY(0),
    /** A required line failed or could not be judged, or was blocked by such a line. */
    NOT_READY(1),
    /** Nothing is known to be wrong, but people have not answered, or not everything was asked. */
    INCOMPLETE(2);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Returns the exit code for a process that ends with this verdict: 0, 1 or 2. */
    public int exitCode() {
        return exitCode;
    }
}
