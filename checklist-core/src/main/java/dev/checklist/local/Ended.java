package dev.checklist.local;

/**
 * Is what a program did until it ended by itself.
 *
 * @param out the beginning of what it wrote
 * @param err the beginning of what it wrote of errors
 * @param left how many processes it left behind, which were ended
 */
record Ended(int exit, Capture out, Capture err, int left) {
    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    boolean isSuccess() {
        return exit == 0;
    }

    /** Tells whether a signal ended it: the number is what a shell and the JDK make of one. */
    boolean isKilled() {
        return exit > SIGNALS && exit <= SIGNALS + LAST_SIGNAL;
    }

    String words() {
        return isKilled()
                ? "it exited with " + exit + ", as when signal " + (exit - SIGNALS) + " ends a program"
                : "it exited with " + exit;
    }

    /** Returns the end of what it said about its failure. */
    String complaint() {
        String errors = Shown.output(err.shown());
        return errors.isEmpty() ? Shown.output(out.shown()) : errors;
    }
}
