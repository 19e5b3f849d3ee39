package dev.checklist.benchmarks;

import static dev.checklist.Checklists.checklist;

import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.net.NetChecks;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.IOException;
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

/** Measures lines on 50 TLS servers that let each client wait 500 ms: the whole list, and the slowest line of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 9)
@Fork(1)
public class TlsTargets {
    private static final int TARGETS = 50;
    private static final long WAIT_MILLIS = 500;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private SlowTlsTargets targets;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private Checklist list;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private Checklist one;

    /** Starts the servers. */
    @Setup
    public void start() throws IOException, InterruptedException {
        targets = new SlowTlsTargets(TARGETS, WAIT_MILLIS);
        NetChecks net = NetChecks.create().trusting(targets.trusted());
        list = checklist(
                "certificates",
                targets.ports().stream()
                        .map(port -> net.tls("127.0.0.1", port).isTrusted())
                        .toList());
        one = checklist(
                "certificate", net.tls("127.0.0.1", targets.ports().get(0)).isTrusted());
    }

    /** Stops them. */
    @TearDown
    public void stop() throws IOException {
        targets.close();
    }

    /** Asks all of them. */
    @Benchmark
    public Report all() {
        return passed(list, TARGETS);
    }

    /** Asks one of them. */
    @Benchmark
    public Report slowest() {
        return passed(one, 1);
    }

    private static Report passed(Checklist list, int lines) {
        Report report = ChecklistRunner.create().run(list);
        if (report.count(Status.PASSED) != lines) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }
}
