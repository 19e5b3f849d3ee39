package dev.checklist.run;

import dev.checklist.Outcome;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Starts workers on daemon threads or on the caller's executor, and wraps each look in the caller's decorator. */
final class Crew {
    private final Redactor redactor;
    private final @Nullable Executor executor;
    private final ThreadLocal<Runnable> current = new ThreadLocal<>();
    private final @Nullable Runnable decorated;
    private @Nullable String problem;

    /**
     * Calls the decorator once, on the current thread, whose context it is meant to carry.
     *
     * @throws IllegalArgumentException if it returns null
     */
    Crew(Redactor redactor, @Nullable Executor executor, @Nullable UnaryOperator<Runnable> decorator) {
        this.redactor = redactor;
        this.executor = executor;
        this.decorated =
                decorator == null ? null : decorator.apply(() -> current.get().run());
        if (decorator != null && decorated == null) {
            throw new IllegalArgumentException("the task decorator returned null: return what runs the given task");
        }
    }

    Redactor redactor() {
        return redactor;
    }

    /** Tells whether the threads are our own, so that they may wait for work. */
    boolean ownsThreads() {
        return executor == null;
    }

    /** Starts a worker; false if there is no thread to be had, see {@link #problem}. */
    boolean start(Worker worker) {
        problem = null;
        try {
            if (executor == null) {
                Thread thread = new Thread(worker, "checklist-worker");
                thread.setDaemon(true);
                thread.start();
            } else {
                Thread caller = Thread.currentThread();
                executor.execute(() -> runElsewhere(worker, caller));
            }
        } catch (Throwable e) { // the executor is foreign code; the tasks that wait say so in the report
            problem = redactor.mask(Judgement.describe(e));
        }
        return problem == null;
    }

    private void runElsewhere(Worker worker, Thread caller) {
        if (Thread.currentThread() == caller) {
            problem = "the executor ran its task on the calling thread, where nothing could end it";
        } else {
            worker.run();
        }
    }

    /** Says why the last worker could not be started. */
    String problem() {
        return problem == null ? "unknown" : problem;
    }

    /** Looks inside the caller's decorator; whatever that does, the task has a finding afterwards. */
    void look(Task task, RunClock clock) {
        String failure = "the task decorator did not run the probe";
        try {
            run(() -> task.work(redactor, clock));
        } catch (Throwable e) {
            failure = Judgement.describe(e);
        }
        if (task.look() == null) {
            task.take(new Judgement.Look(Outcome.error(failure), false), redactor, clock);
        }
    }

    private void run(Runnable look) {
        if (decorated == null) {
            look.run();
            return;
        }
        current.set(look);
        try {
            decorated.run();
        } finally {
            current.remove();
        }
    }
}
