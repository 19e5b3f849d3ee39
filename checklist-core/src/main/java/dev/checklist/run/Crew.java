package dev.checklist.run;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Starts workers on daemon threads or on the caller's executor, and wraps each look in the caller's decorator. */
final class Crew {
    private final Redactor redactor;
    private final @Nullable Executor executor;
    private final ThreadLocal<Runnable> current = new ThreadLocal<>();
    private final @Nullable Runnable decorated;

    /** Calls the decorator once, on the current thread, whose context it is meant to carry. */
    Crew(Redactor redactor, @Nullable Executor executor, @Nullable UnaryOperator<Runnable> decorator) {
        this.redactor = redactor;
        this.executor = executor;
        this.decorated =
                decorator == null ? null : decorator.apply(() -> current.get().run());
    }

    Redactor redactor() {
        return redactor;
    }

    /** Tells whether the threads are our own, so that they may wait for work. */
    boolean ownsThreads() {
        return executor == null;
    }

    /** Starts a worker; false if there is no thread to be had. */
    boolean start(Worker worker) {
        try {
            if (executor == null) {
                Thread thread = new Thread(worker, "checklist-worker");
                thread.setDaemon(true);
                thread.start();
            } else {
                executor.execute(worker);
            }
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return false; // the tasks that wait for a thread say so in the report
        }
    }

    /** Runs a look inside the caller's decorator. */
    void run(Runnable look) {
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
