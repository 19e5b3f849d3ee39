package dev.checklist.benchmarks;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures 10 000 checks that pass on the fifth attempt with 250 ms between attempts, beside two retry libraries.
 *
 * <p>The ideal is 1 000 ms. The libraries get a scheduler with a thread per core, started and ended in the measurement,
 * as ours are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 9)
@Fork(1)
public class WaitingRetries {
    private static final int CHECKS = 10_000;
    private static final int ATTEMPTS = 5;
    private static final Duration DELAY = Duration.ofMillis(250);

    private final Checklist list = Lists.waiting(CHECKS, ATTEMPTS, DELAY);
    private final ChecklistRunner runner = ChecklistRunner.create();

    private static boolean isPassed(Outcome outcome) {
        return outcome.status() == Status.PASSED;
    }

    /** Runs the list. */
    @Benchmark
    public Report checklist() {
        return runner.run(list).requireReady();
    }

    /** Retries with {@code Retry.executeCompletionStage}. */
    @Benchmark
    public Object resilience4j() {
        Retry retry = Retry.of(
                "waiting",
                RetryConfig.<Outcome>custom()
                        .maxAttempts(ATTEMPTS)
                        .intervalFunction(IntervalFunction.of(DELAY))
                        .retryOnResult(outcome -> !isPassed(outcome))
                        .build());
        return all(scheduler -> i -> {
            AtomicInteger attempt = new AtomicInteger();
            Supplier<CompletionStage<Outcome>> look = () -> CompletableFuture.supplyAsync(
                    () -> Lists.look(i, attempt.incrementAndGet() == ATTEMPTS), scheduler);
            return retry.executeCompletionStage(scheduler, look).toCompletableFuture();
        });
    }

    /** Retries with {@code FailsafeExecutor.getAsync}. */
    @Benchmark
    public Object failsafe() {
        dev.failsafe.RetryPolicy<Outcome> policy = dev.failsafe.RetryPolicy.<Outcome>builder()
                .handleResultIf(outcome -> !isPassed(outcome))
                .withMaxAttempts(ATTEMPTS)
                .withDelay(DELAY)
                .build();
        return all(scheduler -> {
            FailsafeExecutor<Outcome> executor = Failsafe.with(policy).with(scheduler);
            return i -> executor.getAsync(context -> Lists.look(i, context.getAttemptCount() + 1 == ATTEMPTS));
        });
    }

    private static List<Outcome> all(
            Function<ScheduledExecutorService, Function<Integer, CompletableFuture<Outcome>>> library) {
        ScheduledExecutorService scheduler =
                Executors.newScheduledThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Function<Integer, CompletableFuture<Outcome>> start = library.apply(scheduler);
            List<CompletableFuture<Outcome>> started = new ArrayList<>(CHECKS);
            for (int i = 0; i < CHECKS; i++) {
                started.add(start.apply(i));
            }
            List<Outcome> outcomes =
                    started.stream().map(CompletableFuture::join).toList();
            if (!outcomes.stream().allMatch(WaitingRetries::isPassed)) {
                throw new IllegalStateException("a look did not pass");
            }
            return outcomes;
        } finally {
            scheduler.shutdownNow();
        }
    }
}
