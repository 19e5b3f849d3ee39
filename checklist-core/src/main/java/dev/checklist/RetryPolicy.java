package dev.checklist;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how often and when a check that is FAILED or ERROR is asked again.
 *
 * <p>Delays run from the end of one attempt to the start of the next. No attempt starts after {@link #within}, and the
 * last delay is shortened to fall on its end.
 */
public final class RetryPolicy {
    /** The delay between attempts if neither {@link #every} nor {@link #backingOff} is called. */
    public static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);

    /** The factor by which {@link #backingOff} stretches each delay. */
    public static final double BACK_OFF_FACTOR = 2.0;

    private static final int MOST_ATTEMPTS = 1_000_000;

    private final int attempts;
    private final Duration firstDelay;
    private final Duration longestDelay;
    private final @Nullable Duration within;

    private RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay, @Nullable Duration within) {
        this.attempts = attempts;
        this.firstDelay = firstDelay;
        this.longestDelay = longestDelay;
        this.within = within;
    }

    static RetryPolicy attempts(int attempts) {
        Arguments.between("attempts", attempts, 1, MOST_ATTEMPTS);
        return new RetryPolicy(attempts, DEFAULT_DELAY, DEFAULT_DELAY, null);
    }

    /** Waits the same time between any two attempts; default 1 second. */
    public RetryPolicy every(Duration delay) {
        Arguments.positive("delay", delay);
        return new RetryPolicy(attempts, delay, delay, within);
    }

    /**
     * Doubles the delay from attempt to attempt.
     *
     * @param first the delay before the second attempt
     * @param longest the delay that is never exceeded; at least {@code first}
     */
    public RetryPolicy backingOff(Duration first, Duration longest) {
        Arguments.positive("first delay", first);
        Arguments.positive("longest delay", longest);
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "longest delay is " + longest + ": expected at least the first delay, " + first);
        }
        return new RetryPolicy(attempts, first, longest, within);
    }

    /** Starts no attempt later than this after the start of the first; default: no limit but the number of attempts. */
    public RetryPolicy within(Duration limit) {
        return new RetryPolicy(attempts, firstDelay, longestDelay, Arguments.positive("limit", limit));
    }

    /** Returns the greatest number of attempts, the first included. */
    public int maxAttempts() {
        return attempts;
    }

    /** Returns the delay before the second attempt. */
    public Duration firstDelay() {
        return firstDelay;
    }

    /** Returns the delay that is never exceeded. */
    public Duration longestDelay() {
        return longestDelay;
    }

    /** Returns the limit of {@link #within(Duration)}, if one was set. */
    public Optional<Duration> limit() {
        return Optional.ofNullable(within);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetryPolicy that
                && attempts == that.attempts
                && firstDelay.equals(that.firstDelay)
                && longestDelay.equals(that.longestDelay)
                && Objects.equals(within, that.within);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attempts, firstDelay, longestDelay, within);
    }

    @Override
    public String toString() {
        String delays = firstDelay.equals(longestDelay)
                ? " every " + firstDelay
                : " backing off from " + firstDelay + " to " + longestDelay;
        return attempts + " attempts" + delays + (within == null ? "" : " within " + within);
    }
}
