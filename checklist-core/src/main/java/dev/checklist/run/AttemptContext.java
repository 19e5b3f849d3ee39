package dev.checklist.run;

import dev.checklist.CheckContext;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.WakeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is the context of one attempt, dead after it. */
final class AttemptContext implements CheckContext, RunClock.VirtualContext {
    /** Is what all contexts of a run share. */
    record Shared(Checklist checklist, RunClock clock, SharedReads reads) {}

    /** Is what a context knows of its check. */
    interface Owner {
        /** Returns the evidence of a required item. */
        Map<String, String> evidence(Item required);

        /** Tells whether there may be a next attempt at all. */
        boolean isRetried();

        /** Returns how many lines share this, at least 1; from any thread. */
        int sharing(Record key);

        /** Brings the next attempt forward; from any thread. */
        void wake();
    }

    private static final long FOREVER = Long.MAX_VALUE / 4;

    private final Shared run;
    private final Owner owner;
    private final int attempt;
    private final int dueAfter;
    private final List<WakeSignal.Subscription> subscriptions = new ArrayList<>(0);
    private volatile boolean over;
    private long deadline;
    private long elapsed;
    private @Nullable String failure;

    /**
     * Makes the context of an attempt that has fallen due.
     *
     * @param dueAfter the number of reads that had started by then: none of them serves it
     */
    AttemptContext(Shared run, Owner owner, int attempt, int dueAfter) {
        this.run = run;
        this.owner = owner;
        this.attempt = attempt;
        this.dueAfter = dueAfter;
    }

    int dueAfter() {
        return dueAfter;
    }

    void begin(long until) {
        deadline = until;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Returns the failed read that this attempt came to feel, as a name that all who felt it share. */
    @Nullable
    String cause() {
        return failure;
    }

    void failedBy(String read) {
        failure = read;
    }

    /** Returns the subscriptions made in this attempt. */
    synchronized List<WakeSignal.Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    private void alive() {
        if (over) {
            throw new IllegalStateException("this context belongs to an attempt that is over: do not keep it");
        }
    }

    @Override
    public String checklist() {
        alive();
        return run.checklist().title();
    }

    @Override
    public Map<String, String> about() {
        alive();
        return run.checklist().about();
    }

    @Override
    public Instant now() {
        alive();
        return run.clock().now().plusNanos(elapsed);
    }

    @Override
    public Duration remaining() {
        alive();
        return Duration.ofNanos(Math.max(0, deadline - virtualNow(run.clock().nanoTime())));
    }

    @Override
    public Duration elapsed() {
        alive();
        return Duration.ofNanos(virtualNow(run.clock().nanoTime()));
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        alive();
        if (isVirtual()) {
            elapse(duration);
        } else {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }

    @Override
    public boolean isRetried() {
        alive();
        return owner.isRetried();
    }

    @Override
    public int attempt() {
        alive();
        return attempt;
    }

    @Override
    @SuppressWarnings("unchecked") // the key's type stands for the type of what is read
    public <T> T shared(Record key, Callable<? extends T> loader) throws Exception {
        alive();
        return (T) run.reads().read(key, loader, this);
    }

    @Override
    public int sharing(Record key) {
        alive();
        return owner.sharing(key);
    }

    @Override
    @SuppressWarnings("unchecked") // the key's type stands for the type of what is kept
    public <T> T perRun(Record key, Supplier<? extends T> first) {
        alive();
        return (T) run.reads().perRun(key, first);
    }

    @Override
    public void wakeOn(WakeSignal signal) {
        alive();
        WakeSignal.Subscription subscription = signal.onChange(owner::wake);
        if (!keep(subscription)) {
            subscription.close(); // it took so long to open that its attempt is over, and nobody else would
            alive();
        }
    }

    private synchronized boolean keep(WakeSignal.Subscription subscription) {
        return !over && subscriptions.add(subscription);
    }

    @Override
    public Map<String, String> evidence(Item required) {
        alive();
        return owner.evidence(required);
    }

    @Override
    public boolean isVirtual() {
        return run.clock() instanceof RunClock.Virtual;
    }

    @Override
    public void elapse(Duration duration) {
        elapsed = Math.min(FOREVER, elapsed + duration.toNanos());
    }

    @Override
    public void hang() {
        elapsed = FOREVER;
    }

    /** Returns how much longer this attempt lasts under a virtual clock. */
    long extended() {
        return elapsed;
    }

    long virtualNow(long nanoTime) {
        return nanoTime + elapsed;
    }

    /** Lets this attempt last until a shared read is done, under a virtual clock. */
    void waitUntil(long nanoTime) {
        if (run.clock() instanceof RunClock.Virtual) {
            elapsed = Math.max(elapsed, Math.min(FOREVER, nanoTime - run.clock().nanoTime()));
        }
    }
}
