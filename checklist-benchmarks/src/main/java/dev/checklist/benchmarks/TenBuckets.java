package dev.checklist.benchmarks;

import static dev.checklist.Checklists.checklist;

import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.s3.BucketChecks;
import dev.checklist.s3.BucketsChecks;
import dev.checklist.s3.S3Checks;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** Measures four lines on each of ten buckets of a store that answers after 50 ms, and the same on one bucket. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 11)
@Fork(1)
public class TenBuckets {
    private static final Duration DELAY = Duration.ofMillis(50);
    private static final int REQUESTS_A_BUCKET = 5;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private StoreServer server;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private S3Checks s3;

    /** Starts the store and makes the client. */
    @Setup
    public void start() throws IOException {
        server = new StoreServer(DELAY);
        s3 = StoreServer.checks(server.endpoint());
    }

    /** Stops both. */
    @TearDown
    public void stop() {
        s3.close();
        server.close();
    }

    /** Asks ten buckets. */
    @Benchmark
    public Report ten() {
        String[] more = IntStream.range(1, 10).mapToObj(i -> "bucket-" + i).toArray(String[]::new);
        return run(s3.buckets("bucket-0", more), 10);
    }

    /** Asks one. */
    @Benchmark
    public Report one() {
        return run(s3.buckets("bucket-0"), 1);
    }

    private Report run(BucketsChecks buckets, int count) {
        server.requests();
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "buckets",
                        buckets.exist(),
                        buckets.each(BucketChecks::hasVersioningEnabled),
                        buckets.each(BucketChecks::hasDefaultEncryption),
                        buckets.each(BucketChecks::isPrivate)));
        if (report.count(Status.PASSED) != 4 * count || server.requests() > REQUESTS_A_BUCKET * count) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }
}
