package dev.checklist.benchmarks;

import static dev.checklist.Checklists.checklist;

import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures 2 000 checks of as many Deployments in one namespace, with the heap of a small container. The first iteration
 * of a fork is cold: the client and its model are loaded in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(value = 3, jvmArgsAppend = "-Xmx512m")
public class BigNamespace {
    /** Each so-many-th Deployment is on its way; 0 for none. */
    @Param({"0", "20"})
    public int eachProgressing;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private NamespaceServer server;

    @SuppressWarnings("NullAway.Init") // JMH sets it up
    private KubernetesClient client;

    /** Starts the server and makes the client, which connects with the first request. */
    @Setup
    public void start() throws IOException {
        server = new NamespaceServer(eachProgressing);
        Config config =
                new ConfigBuilder(Config.empty()).withMasterUrl(server.url()).build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Stops both. */
    @TearDown
    public void stop() {
        client.close();
        server.close();
    }

    /** Asks whether each is rolled out. */
    @Benchmark
    public Report areRolledOut() {
        NamespacedChecks shop = KubernetesChecks.using(client).inNamespace("shop");
        Checklist list = checklist(
                "rollouts",
                IntStream.range(0, NamespaceServer.DEPLOYMENTS)
                        .mapToObj(i -> shop.deployment("d" + i).isRolledOut())
                        .toList());
        Report report = ChecklistRunner.create().run(list);
        int late = eachProgressing == 0 ? 0 : NamespaceServer.DEPLOYMENTS / eachProgressing;
        if (report.count(Status.PASSED) != NamespaceServer.DEPLOYMENTS - late) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }
}
