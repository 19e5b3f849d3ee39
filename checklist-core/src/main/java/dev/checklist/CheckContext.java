package dev.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives a probe what it needs from the run. Valid during one attempt only: afterwards every method throws {@link
 * IllegalStateException}.
 */
public interface CheckContext {
    /** Returns the title of the checklist. */
    String checklist();

    /** Returns what the list is about, such as version and environment, in the order given. */
    Map<String, String> about();

    /** Returns the time of the run's clock. */
    Instant now();

    /** Returns the time of a clock that never steps back: only the difference of two answers means anything. */
    default Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
    }

    /**
     * Lets so much time pass, such as a server asks for before the next request; on the run's clock, so that a test
     * need not wait. The attempt's timeout goes on and ends it.
     *
     * @throws InterruptedException at the end of the attempt
     */
    default void pause(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    /** Returns what is left of this attempt's timeout, at least zero. */
    Duration remaining();

    /** Returns the number of this attempt, from 1. */
    int attempt();

    /** Tells whether there may be another attempt if this one does not pass, so that a watch for a change is of use. */
    default boolean isRetried() {
        return false;
    }

    /**
     * Reads something once for all checks that ask for it at the same time.
     *
     * <p>The first asker loads on its own thread, the others wait under their own timeouts. A load serves an attempt
     * only if it started at or after the attempt fell due, so a retry always sees fresh data. A failed load fails all
     * whom it would have served, as one cause, and nobody who falls due later.
     *
     * @param key a record that includes the identity of the client used
     * @param loader reads; null is a failed load
     * @throws Exception what the loader threw
     */
    <T> T shared(Record key, Callable<? extends T> loader) throws Exception;

    /**
     * Returns how many checks that could share this were due, or waited for a retry, since this attempt fell due; at
     * least 1.
     *
     * @param key as {@link SharingProbe#shares} returns it
     */
    default int sharing(Record key) {
        return 1;
    }

    /**
     * Returns an object that belongs to this run, made by whoever asks first: a rate limit, or the memory that a
     * credential was refused. A {@link Traffic} among them is shown at the head of the report. Never keep in it what a check saw; evidence comes from {@link #shared}.
     *
     * @param key a record that includes the identity of the client used
     * @param first makes the object; called once a run
     */
    <T> T perRun(Record key, Supplier<? extends T> first);

    /**
     * Lets a change bring the next attempt forward, if this one does not pass and is retried.
     *
     * <p>An attempt brought forward counts against {@link RetryPolicy#within} but not against the number of attempts;
     * two attempts start at least 50 ms apart.
     */
    void wakeOn(WakeSignal signal);

    /**
     * Returns what a required item saw when it passed.
     *
     * @throws IllegalArgumentException if this check does not require the item
     */
    Map<String, String> evidence(Item required);
}
