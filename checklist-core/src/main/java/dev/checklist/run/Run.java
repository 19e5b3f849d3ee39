package dev.checklist.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Is a list that is being run. */
public final class Run {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Coordinator coordinator;
    private final CompletableFuture<Report> done;
    /** Is done after that: a callback that hangs must not stand between the report and those who wait for it. */
    private final CompletableFuture<Report> told = new CompletableFuture<>();

    Run(Coordinator coordinator, CompletableFuture<Report> done) {
        this.coordinator = coordinator;
        this.done = done;
    }

    /**
     * Waits for the report.
     *
     * <p>If the calling thread is interrupted, the run is cancelled; the report still comes, within a second unless a
     * writing check has to clean up, and the thread's interrupt flag stays set.
     */
    public Report report() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel();
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Waits for the report for some time; the run goes on if it is not there by then.
     *
     * @throws InterruptedException if the calling thread is interrupted; the run goes on
     */
    public Optional<Report> report(Duration atMost) throws InterruptedException {
        Duration wait = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
        try {
            return Optional.of(done.get(wait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends the run early; the report comes all the same, and says what was not asked. */
    public void cancel() {
        coordinator.post(() -> coordinator.stop("the run was cancelled"));
    }

    /**
     * Calls back with the report, on the run's own thread, or at once if it is there.
     *
     * <p>An exception of the callback is logged; one that hangs keeps the report from nobody who waits for it.
     */
    public void onDone(Consumer<Report> action) {
        CompletableFuture<Void> unused = told.thenAccept(report -> tell(action, report));
    }

    private void tell(Consumer<Report> action, Report report) {
        try {
            action.accept(report);
        } catch (Throwable e) {
            RunLog.failed("A callback of onDone", e, coordinator.redactor());
        }
    }

    /** Carries the run out, on the current thread, and then calls back. */
    void carryOut() {
        coordinator.run();
        if (!done.isCompletedExceptionally()) {
            told.complete(done.join());
        }
    }
}
