package dev.checklist.run;

import dev.checklist.Outcome;
import dev.checklist.Status;
import org.jspecify.annotations.Nullable;

/** Decides whether a check is asked again, and when: a pure function. */
final class RetryDecision {
    /** Means that there is no further attempt. */
    static final long STOP = -1;

    private RetryDecision() {}

    /**
     * Returns the nanoseconds until the next attempt, or {@link #STOP}.
     *
     * @param last what the last attempt found
     * @param before what the attempt before it found, if there was one
     * @param delay the policy's delay, negative if its attempts are used up
     * @param elapsed nanoseconds since the start of the first attempt
     * @param limit nanoseconds after which no attempt starts
     */
    static long next(Outcome last, @Nullable Outcome before, long delay, long elapsed, long limit) {
        if (last.status() == Status.PASSED || delay < 0 || isSettled(last, before)) {
            return STOP;
        }
        long left = limit - elapsed;
        return left <= 0 ? STOP : Math.min(delay, left);
    }

    /** Tells whether two readings in a row say, with the same words, that a retry cannot change this. */
    private static boolean isSettled(Outcome last, @Nullable Outcome before) {
        return before != null && last.isConclusive() && before.isConclusive() && last.agreesWith(before);
    }
}
