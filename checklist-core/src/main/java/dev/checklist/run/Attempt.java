package dev.checklist.run;

import dev.checklist.Outcome;
import java.time.Duration;
import java.time.Instant;

/** Is one look of a check: when it was, how long it took, and what it found, masked. */
public final class Attempt {
    private final Instant startedAt;
    private final long nanos;
    private final Outcome outcome;

    Attempt(Instant startedAt, long nanos, Outcome outcome) {
        this.startedAt = startedAt;
        this.nanos = nanos;
        this.outcome = outcome;
    }

    /** Returns when the look started. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Returns how long the look took. */
    public Duration duration() {
        return Duration.ofNanos(nanos);
    }

    /** Returns when the look ended. */
    public Instant endedAt() {
        return startedAt.plusNanos(nanos);
    }

    /** Returns what was found, secrets masked. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return startedAt + " " + outcome;
    }
}
