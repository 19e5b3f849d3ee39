package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due together is read once; what is asked again is read again. */
class SharingTest {
    private ApiStub stub;
    private Clients client;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    @Test
    void all_checks_over_one_object_cost_one_get_and_one_look_whether_the_server_answers() {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        List<Integer> counts = IntStream.rangeClosed(1, 40).boxed().toList();
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "forty",
                        each(
                                counts,
                                n -> shop.deployment("api").hasReadyReplicas(1).id("c" + n))));
        assertThat(report.count(Status.PASSED)).isEqualTo(40);
        assertThat(stub.asked()).containsExactly("GET /apis/apps/v1/namespaces/shop/deployments/api");
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void all_checks_over_the_pods_of_a_namespace_cost_one_list_of_a_kind() {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        List<Item> lines = new ArrayList<>(List.of(
                shop.pods().areHealthy(1),
                shop.deployment("api").runsImage("registry.example/api:7"),
                shop.deployment("api").runsImage("registry.example/log:1").id("log")));
        Report report = ChecklistRunner.create().run(checklist("pods", lines));
        assertThat(report.count(Status.PASSED)).isEqualTo(3);
        assertThat(stub.asked())
                .containsExactlyInAnyOrder(
                        "GET /apis/apps/v1/namespaces/shop/deployments/api",
                        "GET /apis/apps/v1/namespaces/shop/replicasets?limit=500",
                        "GET /api/v1/namespaces/shop/pods?limit=500");
    }

    @Test
    void a_retry_sees_fresh_data() {
        AtomicInteger reads = new AtomicInteger();
        stub.become(request -> {
            boolean done = !request.path().endsWith("/deployments/api") || reads.incrementAndGet() >= 3;
            FakeCluster cluster = FakeCluster.healthy();
            return (done ? cluster : cluster.with("deployments/api", "/status/updatedReplicas", 1)).answer(request);
        });
        CheckTester tester = CheckTester.create();
        Check line = client.checks().inNamespace("shop").deployment("api").isRolledOut();
        Result result = tester.run(line.retry(attempts(30).every(ofSeconds(10))));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts())
                .extracting(Attempt::outcome)
                .extracting(outcome -> outcome.status().name())
                .containsExactly("FAILED", "FAILED", "PASSED");
        assertThat(reads).hasValue(3);
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(20));
    }

    @Test
    void two_clusters_are_never_mixed() {
        FakeCluster small = FakeCluster.healthy().with("deployments/api", "/status/readyReplicas", 1);
        try (ApiStub other = ApiStub.answering(small::answer);
                Clients second = Clients.to(other.url())) {
            Check here = client.checks().inNamespace("shop").deployment("api").hasReadyReplicas(2);
            Check there = second.checks()
                    .inNamespace("shop")
                    .deployment("api")
                    .hasReadyReplicas(2)
                    .id("there");
            Report report = ChecklistRunner.create().run(checklist("two", here, there));
            assertThat(report.result(here).status()).isEqualTo(Status.PASSED);
            assertThat(report.result(there).message()).isEqualTo("expected 2 ready replicas but found 1");
        }
    }

    @Test
    void a_hundred_named_secrets_are_a_hundred_gets_and_never_a_list() {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "secrets",
                        each(
                                IntStream.range(0, 100).boxed().toList(),
                                n -> shop.secret("s" + n).hasKeys("k"))));
        assertThat(report.count(Status.FAILED)).isEqualTo(100);
        assertThat(stub.asked().stream().filter(asked -> asked.contains("secrets")))
                .hasSize(100)
                .allMatch(asked -> asked.matches("GET /api/v1/namespaces/shop/secrets/s\\d+"));
        assertThat(stub.asked().stream().filter(asked -> asked.endsWith("/namespaces/shop")))
                .hasSizeLessThanOrEqualTo(3);
    }
}
