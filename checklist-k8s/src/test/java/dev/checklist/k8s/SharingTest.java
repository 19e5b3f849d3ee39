package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static java.time.Duration.ofMillis;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static final String GET = "GET /apis/apps/v1/namespaces/shop/deployments/api";
    private static final String LIST = "GET /apis/apps/v1/namespaces/shop/deployments?limit=1000";

    /** So many checks of one Deployment, each with an id of its own. */
    private List<Check> checks(int count) {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> shop.deployment("api").hasReadyReplicas(1).id("c" + n))
                .toList();
    }

    private Report run(List<? extends Item> lines) {
        return ChecklistRunner.create().run(checklist("list", lines));
    }

    @ParameterizedTest
    @CsvSource({"1, " + GET, "2, " + GET, "3, " + LIST, "40, " + LIST})
    void three_checks_over_one_kind_and_namespace_cost_one_list_and_fewer_cost_gets(int count, String request) {
        assertThat(run(checks(count)).count(Status.PASSED)).isEqualTo(count);
        assertThat(stub.asked()).containsExactly(request);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void a_list_of_two_stages_counts_each_by_itself() {
        List<Item> lines = new ArrayList<>(checks(2));
        lines.add(section(
                "later", client.checks().inNamespace("shop").deployment("api").isRolledOut()));
        assertThat(run(lines).count(Status.PASSED)).isEqualTo(3);
        assertThat(stub.asked()).containsExactly(GET, GET);
    }

    @Test
    void where_a_list_is_forbidden_but_a_get_is_not_gets_are_used_and_the_list_is_asked_for_once() {
        stub.become(request -> request.path().endsWith("/deployments")
                ? Wire.status(403, "Forbidden", "may not list")
                : FakeCluster.healthy().answer(request));
        assertThat(run(checks(40)).count(Status.PASSED)).isEqualTo(40);
        assertThat(stub.asked()).containsExactly(LIST, GET);
    }

    @Test
    void where_both_are_forbidden_it_is_an_error_of_each_that_names_the_get() {
        stub.become(request -> request.path().contains("/deployments")
                ? Wire.status(403, "Forbidden", "may not")
                : FakeCluster.healthy().answer(request));
        Report report = run(checks(3));
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(line.status()).isEqualTo(Status.ERROR))
                .allSatisfy(line ->
                        assertThat(line.message()).isEqualTo("not permitted: get deployments in shop (403: may not)"));
        assertThat(stub.asked()).containsExactly(LIST, GET);
    }

    @Test
    void a_denied_list_is_asked_for_again_when_checks_fall_due_again() {
        stub.become(request -> request.path().endsWith("/deployments")
                ? Wire.status(403, "Forbidden", "may not list")
                : FakeCluster.healthy()
                        .with("deployments/api", "/status/readyReplicas", 0)
                        .answer(request));
        CheckTester tester = CheckTester.create();
        Report report = tester.run(checklist(
                "list",
                checks(3).stream()
                        .map(line -> line.retry(attempts(2).every(ofSeconds(10))))
                        .toList()));
        assertThat(report.count(Status.FAILED)).isEqualTo(3);
        assertThat(deploymentsAsked()).startsWith(LIST, GET, LIST, GET);
    }

    /** What was asked of Deployments, without what explains a failure. */
    private List<String> deploymentsAsked() {
        return stub.asked().stream()
                .filter(request -> request.contains("/deployments"))
                .toList();
    }

    @Test
    void an_object_that_is_not_in_a_complete_list_is_as_absent_as_one_that_a_get_does_not_find() {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        NamespacedChecks nowhere = client.checks().inNamespace("nowhere");
        List<String> alone = List.of(
                message(run(List.of(shop.deployment("gone").isRolledOut()))),
                message(run(List.of(nowhere.deployment("gone").isRolledOut()))));
        List<String> together = List.of(message(run(three(shop))), message(run(three(nowhere))));
        assertThat(together).isEqualTo(alone);
        assertThat(alone)
                .containsExactly(
                        "expected the deployment gone in the namespace shop but it is absent",
                        "expected the deployment gone but the namespace nowhere is absent");
    }

    private static List<Check> three(NamespacedChecks where) {
        return List.of(
                where.deployment("gone").isRolledOut(),
                where.deployment("gone").hasReadyReplicas(1),
                where.deployment("gone").runsImage("a:1"));
    }

    private static String message(Report report) {
        assertThat(report.lines()).extracting(Result::status).containsOnly(Status.FAILED);
        assertThat(report.lines())
                .extracting(Result::message)
                .containsOnly(report.lines().get(0).message());
        return report.lines().get(0).message();
    }

    @Test
    void a_list_that_breaks_off_is_an_error_and_not_made_up_for_by_gets() {
        stub.become(request -> request.path().endsWith("/deployments")
                ? Wire.status(500, "InternalError", "etcd is away")
                : FakeCluster.healthy().answer(request));
        Report report = run(checks(3));
        assertThat(report.count(Status.ERROR)).isEqualTo(3);
        assertThat(stub.asked()).containsExactly(LIST);
    }

    @Test
    void two_reads_of_one_list_start_half_a_second_apart() {
        FakeCluster never = FakeCluster.healthy().with("deployments/api", "/status/readyReplicas", 0);
        stub.become(never::answer);
        CheckTester tester = CheckTester.create();
        Report report = tester.run(checklist(
                "list",
                checks(3).stream()
                        .map(line -> line.retry(attempts(5).every(ofMillis(100))))
                        .toList()));
        assertThat(report.count(Status.FAILED)).isEqualTo(3);
        assertThat(deploymentsAsked()).filteredOn(LIST::equals).hasSize(5);
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(2));
    }

    @Test
    void named_objects_that_are_only_read_by_name_are_never_listed_however_many_checks_ask() {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        Report report = run(List.of(
                shop.secret("api").hasKeys("password"),
                shop.secret("api").hasKeys("token").id("b"),
                shop.secret("api").hasKeys("password", "token").id("c"),
                shop.configMap("api").exists(),
                shop.configMap("api").hasKeys("MODE"),
                shop.configMap("api").hasKeys("logo").id("d"),
                shop.namespace().isActive(),
                shop.namespace().exists().id("e"),
                client.checks().namespace("shop").exists().id("f")));
        assertThat(report.count(Status.PASSED)).isEqualTo(9);
        assertThat(stub.asked())
                .containsExactlyInAnyOrder(
                        "GET /api/v1/namespaces/shop/secrets/api",
                        "GET /api/v1/namespaces/shop/configmaps/api",
                        "GET /api/v1/namespaces/shop");
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
                        "GET /apis/apps/v1/namespaces/shop/replicasets?limit=1000",
                        "GET /api/v1/namespaces/shop/pods?limit=1000");
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
