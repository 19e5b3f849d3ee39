package dev.checklist.benchmarks;

import static dev.checklist.Checklists.checklist;

import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.s3.S3Checks;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures one look for a fresh object among 100 000, of which the store itself keeps a part of the heap. The first
 * iteration of a fork is cold.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx64m")
public class BigBucket {
    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private StoreServer server;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private S3Checks s3;

    /** Starts the store and makes the client, which connects with the first request. */
    @Setup
    public void start() throws IOException {
        server = new StoreServer(Duration.ZERO);
        s3 = StoreServer.checks(server.endpoint());
    }

    /** Stops both. */
    @TearDown
    public void stop() {
        s3.close();
        server.close();
    }

    /** Asks for an object of the last three days, which takes a hundred lists and what proves the bucket. */
    @Benchmark
    public Report isFresh() {
        server.requests();
        Report report = ChecklistRunner.create()
                .run(checklist("freshness", s3.bucket("dumps").hasObjectNewerThan("wals/", Duration.ofDays(3))));
        if (report.count(Status.PASSED) != 1 || server.requests() != StoreServer.PAGES + 2) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }
}
