package dev.checklist.jdbc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Is the moment by which all that a look has to ask must be answered.
 *
 * @param end by {@link System#nanoTime}
 */
record Deadline(long end) {
    private static final Duration LONGEST_MARGIN = Duration.ofMillis(250);

    /** Ends a little before the attempt does, so that the line can say how far it came. */
    static Deadline within(Duration remaining) {
        Duration tenth = remaining.dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return new Deadline(System.nanoTime() + remaining.minus(margin).toNanos());
    }

    long nanos() {
        return Math.max(0, end - System.nanoTime());
    }

    /** Returns what is left, as sockets take it: 1 at least, since 0 means for ever. */
    int millis() {
        return (int) Math.max(1, Math.min(TimeUnit.NANOSECONDS.toMillis(nanos()), Integer.MAX_VALUE));
    }

    /** Returns a little more than what is left: for what stands behind the guard, should that fail. */
    int millisWithGrace() {
        return (int) Math.min(millis() + 1000L, Integer.MAX_VALUE);
    }

    /** Returns what is left, as statements take it: 1 at least, since 0 means for ever. */
    int seconds() {
        return (int) Math.max(1, (millis() + 999L) / 1000);
    }
}
