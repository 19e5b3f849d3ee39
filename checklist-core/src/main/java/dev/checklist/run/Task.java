package dev.checklist.run;

import dev.checklist.CanIgnoreReturnValue;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Is one look on its way through the workers: queued, running, then ended exactly once.
 *
 * <p>Its thread is interrupted only while the look runs, never a later look on the same thread.
 */
final class Task {
    /** Is told, on the coordinator's thread, how the task ended. */
    @FunctionalInterface
    interface Owner {
        void ended(Task task, Ending ending);
    }

    /** Says what a task may share the run with. */
    enum Manner {
        /** Runs beside others. */
        NORMAL,
        /** Runs while nothing else does. */
        ALONE,
        /** Runs beside others, and after the end of the run too. */
        CLEANUP,
        /** Closes a subscription: beside others, and after the end of the run too, which then does not wait for it. */
        CLOSING
    }

    private enum State {
        QUEUED,
        RUNNING,
        INTERRUPTING,
        INTERRUPTED,
        OVER
    }

    private final Probe probe;
    private final AttemptContext context;
    private final long timeout;
    private final Manner manner;
    private final Owner owner;
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private volatile @Nullable Thread thread;
    private long queuedAt;
    private long startedAt;
    private long endedAt;
    private long interruptedAt;
    private @Nullable Instant startedOn;
    private Judgement.@Nullable Look look;
    private @Nullable Outcome masked;

    Task(Probe probe, AttemptContext context, long timeout, Manner manner, Owner owner) {
        this.probe = probe;
        this.context = context;
        this.timeout = timeout;
        this.manner = manner;
        this.owner = owner;
    }

    Owner owner() {
        return owner;
    }

    AttemptContext context() {
        return context;
    }

    boolean isAlone() {
        return manner == Manner.ALONE;
    }

    /** Tells whether it cleans up, so that not even the end of the run keeps it from its work. */
    boolean cleansUp() {
        return manner == Manner.CLEANUP || manner == Manner.CLOSING;
    }

    boolean isClosing() {
        return manner == Manner.CLOSING;
    }

    long timeout() {
        return timeout;
    }

    void queuedAt(long nanoTime) {
        queuedAt = nanoTime;
    }

    long queuedAt() {
        return queuedAt;
    }

    long startedAt() {
        return startedAt;
    }

    long duration() {
        return endedAt - startedAt;
    }

    @Nullable
    Instant startedOn() {
        return startedOn;
    }

    Judgement.@Nullable Look look() {
        return look;
    }

    /** Returns what was found, masked on the worker's thread. */
    @Nullable
    Outcome masked() {
        return masked;
    }

    /** Starts the clock of the look; false if it was called off before. */
    boolean begin(RunClock clock) {
        thread = Thread.currentThread();
        startedAt = clock.nanoTime();
        startedOn = clock.now();
        context.begin(startedAt + timeout);
        return state.compareAndSet(State.QUEUED, State.RUNNING);
    }

    /** Looks, on the current thread. */
    void work(Redactor redactor, RunClock clock) {
        take(Judgement.look(probe, context), redactor, clock);
    }

    /** Takes what was found in place of a look that did not take place. */
    void take(Judgement.Look found, Redactor redactor, RunClock clock) {
        context.end();
        endedAt = clock.nanoTime();
        masked = redactor.mask(found.outcome());
        look = found;
    }

    /** Ends the look on its own thread; false if its time was up before, so that its finding does not count. */
    boolean finish() {
        return state.compareAndSet(State.RUNNING, State.OVER);
    }

    /** Waits for an interruption that is on its way, and takes it back; false if the thread was given up. */
    boolean comeBack() {
        while (state.get() == State.INTERRUPTING) {
            Thread.onSpinWait();
        }
        boolean inTime = state.compareAndSet(State.INTERRUPTED, State.OVER);
        Thread.interrupted();
        return inTime;
    }

    /** Interrupts the look if it still runs. */
    @CanIgnoreReturnValue
    boolean interrupt(long now) {
        if (!state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
            return false;
        }
        interruptedAt = now;
        context.end();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        state.set(State.INTERRUPTED);
        return true;
    }

    boolean isRunning() {
        return state.get() == State.RUNNING;
    }

    /** Tells whether it was interrupted and its thread has not come back. */
    boolean isInterrupted() {
        return state.get() == State.INTERRUPTED;
    }

    long interruptedAt() {
        return interruptedAt;
    }

    /** Gives the thread up after an interruption; false if it came back just before. */
    boolean abandon() {
        return state.compareAndSet(State.INTERRUPTED, State.OVER);
    }

    boolean isOver() {
        return state.get() == State.OVER;
    }

    /** Calls the look off before it started; false if it runs already. */
    boolean callOff() {
        return state.compareAndSet(State.QUEUED, State.OVER);
    }

    void endedAt(long nanoTime) {
        endedAt = nanoTime;
    }
}
