package dev.checklist.benchmarks;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;

import dev.checklist.Checklist;
import dev.checklist.RetryPolicy;
import dev.checklist.Status;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Line;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import dev.checklist.run.RunListener;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures, of 50 lines that wait for 50 rollouts and share a watch, the time from the last change of each rollout to the
 * line's verdict. No line is retried by itself while it is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = ChangeToVerdict.ROLLOUTS)
@Fork(1)
public class ChangeToVerdict {
    static final int ROLLOUTS = 50;

    private static final RetryPolicy NOT_BY_ITSELF = attempts(2).every(Duration.ofHours(1));

    private final CountDownLatch looked = new CountDownLatch(ROLLOUTS);
    private final Semaphore ended = new Semaphore(0);
    private int next;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private RollingServer server;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private KubernetesClient client;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private Run run;

    /** Starts the server and a run of all lines, and waits until they wait. */
    @Setup
    public void start() throws IOException, InterruptedException {
        server = new RollingServer(ROLLOUTS);
        Config config =
                new ConfigBuilder(Config.empty()).withMasterUrl(server.url()).build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        NamespacedChecks shop = KubernetesChecks.using(client).inNamespace("shop");
        Checklist list = checklist(
                "rollouts",
                IntStream.range(0, ROLLOUTS)
                        .mapToObj(i -> shop.deployment("d" + i).isRolledOut().retry(NOT_BY_ITSELF))
                        .toList());
        run = ChecklistRunner.create()
                .withListener(new RunListener() {
                    @Override
                    public void attemptEnded(Line line, Attempt attempt, Optional<Duration> next) {
                        looked.countDown();
                    }

                    @Override
                    public void lineEnded(Result result) {
                        ended.release();
                    }
                })
                .start(list);
        looked.await();
        server.awaitWatch();
    }

    /** Begins the next rollout: no change before its last lets the line pass. */
    @Setup(Level.Invocation)
    public void begin() {
        for (int replica = 1; replica < RollingServer.REPLICAS; replica++) {
            server.update(next);
        }
    }

    /** Makes the last change, and waits for the verdict. */
    @Benchmark
    public void verdict() throws InterruptedException {
        server.update(next++);
        ended.acquire();
    }

    /** Makes sure that all have passed, and stops. */
    @TearDown
    public void stop() {
        run.cancel();
        boolean all = run.report().count(Status.PASSED) == next;
        client.close();
        server.close();
        if (!all) {
            throw new IllegalStateException("a rollout was not seen");
        }
    }
}
