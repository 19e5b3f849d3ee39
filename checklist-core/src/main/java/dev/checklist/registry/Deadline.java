package dev.checklist.registry;

import java.time.Duration;

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

    /** Returns what is left, at least zero. */
    long nanos() {
        return Math.max(0, end - System.nanoTime());
    }
}
