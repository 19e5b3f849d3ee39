package dev.checklist.testing;

import dev.checklist.run.RunClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Is a clock whose time moves only when nothing is left to do: ten minutes of retries take milliseconds.
 *
 * <p>Under it probes run one by one on the test's thread. Not for use by several threads.
 */
public final class FakeRunClock implements RunClock.Virtual {
    /** The time at which a clock starts, unless told otherwise: 2030-01-01T00:00:00Z. */
    public static final Instant DEFAULT_START = Instant.parse("2030-01-01T00:00:00Z");

    private final Instant start;
    private long nanos;

    private FakeRunClock(Instant start) {
        this.start = start;
    }

    /** Makes a clock that starts at {@link #DEFAULT_START}. */
    public static FakeRunClock create() {
        return new FakeRunClock(DEFAULT_START);
    }

    /** Makes a clock that starts at this time. */
    public static FakeRunClock startingAt(Instant start) {
        return new FakeRunClock(start);
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void advanceTo(long nanoTime) {
        nanos = Math.max(nanos, nanoTime);
    }

    /** Moves the time on, as a probe that takes long does. */
    public void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    /** Returns how much time has passed on this clock. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos);
    }
}
