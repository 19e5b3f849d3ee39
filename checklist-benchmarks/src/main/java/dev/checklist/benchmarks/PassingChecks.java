package dev.checklist.benchmarks;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.checklist.Checklist;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunListener;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Measures the time per check of runs in which every check passes at once, beside Dropwizard's health checks.
 *
 * <p>Each invocation makes 100 000 checks, in runs of 1 000, 10 000 or 100 000. Dropwizard has no timeout, no redaction,
 * no listener and no attempt times: it is the price of the bare minimum.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class PassingChecks {
    private static final int TOTAL = 100_000;

    /** The number of checks in one run. */
    @Param({"1000", "10000", "100000"})
    public int checks;

    private final Counter counter = new Counter();
    private final ChecklistRunner runner = ChecklistRunner.create().withListener(counter);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final HealthCheckRegistry registry = new HealthCheckRegistry();
    private Checklist list = Lists.passing(1);

    /** Makes the list and registers the health checks. */
    @Setup
    public void lay() {
        list = Lists.passing(checks);
        for (int i = 0; i < checks; i++) {
            registry.register("service-" + i + "-has-replicas", new Replicas(i));
        }
    }

    /** Ends the threads of the health checks. */
    @TearDown(Level.Trial)
    public void end() {
        threads.shutdownNow();
        registry.shutdown();
    }

    /** Runs the list. */
    @Benchmark
    @OperationsPerInvocation(TOTAL)
    public void checklist(Blackhole hole) {
        for (int run = 0; run < TOTAL / checks; run++) {
            Report report = runner.run(list).requireReady();
            hole.consume(report);
        }
    }

    /** Runs the health checks. */
    @Benchmark
    @OperationsPerInvocation(TOTAL)
    public void dropwizard(Blackhole hole) {
        for (int run = 0; run < TOTAL / checks; run++) {
            SortedMap<String, HealthCheck.Result> results = registry.runHealthChecks(threads);
            if (!results.values().stream().allMatch(HealthCheck.Result::isHealthy)) {
                throw new IllegalStateException("a health check is not healthy");
            }
            hole.consume(results);
        }
    }

    /** Is the listener that is told of everything. */
    private static final class Counter implements RunListener {
        private long ended;

        @Override
        public void lineEnded(Result result) {
            ended++;
        }
    }

    /** Is a health check that finds what the check of a list finds. */
    private static final class Replicas extends HealthCheck {
        private final int number;

        private Replicas(int number) {
            this.number = number;
        }

        @Override
        protected Result check() {
            return Result.builder()
                    .healthy()
                    .withMessage(number + " replicas ready")
                    .withDetail("replicas", Integer.toString(number))
                    .build();
        }
    }
}
