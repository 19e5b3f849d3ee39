package dev.checklist.benchmarks;

import static dev.checklist.Checklists.checklist;

import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.s3.BucketChecks;
import dev.checklist.s3.S3Checks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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

/** Measures three lines on each of three buckets of a store whose one address drops what comes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class DeadEndpoint {
    private static final int MOST_FILLERS = 20;

    private final List<Socket> fillers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private ServerSocket full;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private S3Checks s3;

    /** Fills the queue of a server that never accepts: the system then drops what comes. */
    @Setup
    public void start() throws IOException {
        full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        s3 = StoreServer.checks(URI.create("http://127.0.0.1:" + full.getLocalPort()));
        while (connects()) {
            if (fillers.size() > MOST_FILLERS) {
                throw new IOException("the queue of the server does not fill up");
            }
        }
    }

    private boolean connects() throws IOException {
        Socket filler = new Socket();
        fillers.add(filler);
        try {
            filler.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Closes all. */
    @TearDown
    public void stop() throws IOException {
        s3.close();
        for (Socket filler : fillers) {
            filler.close();
        }
        full.close();
    }

    /** Asks the lines, which nobody answers. */
    @Benchmark
    public Report isOneCause() {
        var buckets = s3.buckets("one", "two", "three");
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "nobody there",
                        buckets.exist(),
                        buckets.each(BucketChecks::isPrivate),
                        buckets.each(BucketChecks::hasVersioningEnabled)));
        if (report.count(Status.ERROR) != 9 || report.causes().size() != 1) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }
}
