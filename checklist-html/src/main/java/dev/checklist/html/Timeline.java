package dev.checklist.html;

import dev.checklist.Status;
import dev.checklist.run.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws attempts as bars over the time that they took together.
 *
 * @param bars one for each attempt, at most {@link #MOST}, the newest; none for fewer than two attempts
 */
public record Timeline(List<Bar> bars) {
    /** The length of the whole, in the drawing's own units. */
    public static final int LENGTH = 1000;
    /** Of so many attempts a bar is drawn. */
    public static final int MOST = 60;

    private static final int LEAST = 8;

    /**
     * Is one attempt.
     *
     * @param start its start, from 0 to {@link #LENGTH}
     * @param length its length, at least wide enough to be seen
     */
    public record Bar(Status status, int start, int length) {}

    static Timeline of(List<Attempt> all) {
        if (all.size() < 2) {
            return new Timeline(List.of());
        }
        List<Attempt> attempts = all.subList(Math.max(0, all.size() - MOST), all.size());
        Instant first = attempts.get(0).startedAt();
        long span = Math.max(1, nanos(first, attempts.get(attempts.size() - 1).endedAt()));
        List<Bar> bars = new ArrayList<>(attempts.size());
        for (Attempt attempt : attempts) {
            int start = scaled(nanos(first, attempt.startedAt()), span);
            int end = scaled(nanos(first, attempt.endedAt()), span);
            int length = Math.max(LEAST, end - start);
            bars.add(new Bar(attempt.outcome().status(), Math.min(start, LENGTH - length), length));
        }
        return new Timeline(List.copyOf(bars));
    }

    // A clock that was set back during the run must not draw outside.
    private static int scaled(long nanos, long span) {
        return (int) Math.max(0, Math.min(LENGTH, (double) nanos / span * LENGTH));
    }

    private static long nanos(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos());
    }

    /** Tells whether there is anything to draw. */
    public boolean isEmpty() {
        return bars.isEmpty();
    }
}
