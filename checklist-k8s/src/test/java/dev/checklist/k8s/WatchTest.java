package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.RetryPolicy;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change wakes the check that it lets pass, long before its next attempt is due. */
class WatchTest {
    /** So long that a test would not end by polling. */
    private static final RetryPolicy NEVER_BY_ITSELF = attempts(5).every(ofMinutes(20));

    private static final String API = "deployments/api";
    private static final String GET = "GET /apis/apps/v1/namespaces/shop/deployments/api";
    private static final String LIST = "GET /apis/apps/v1/namespaces/shop/deployments?limit=1000";
    private static final String QUERY = "watch=true&allowWatchBookmarks=true&timeoutSeconds=300&resourceVersion=";

    private final Queue<Wire> watches = new ArrayDeque<>();
    private volatile FakeCluster cluster = replicas(0, 41);
    private ApiStub stub;
    private Clients client;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(request -> request.isWatch() ? next() : cluster.answer(request));
        client = Clients.to(stub.url());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private synchronized Wire next() {
        return watches.isEmpty() ? new WatchScript() : watches.remove();
    }

    private WatchScript script() {
        WatchScript script = new WatchScript();
        watches.add(script);
        return script;
    }

    /** The cluster with so many ready replicas, at that version. */
    private static FakeCluster replicas(int ready, int version) {
        return FakeCluster.healthy()
                .with(API, "/status/readyReplicas", ready)
                .with(API, "/metadata/resourceVersion", String.valueOf(version));
    }

    private static JsonNode object(FakeCluster cluster) {
        return cluster.object(API);
    }

    private Check ready(int least) {
        return client.checks()
                .inNamespace("shop")
                .deployment("api")
                .hasReadyReplicas(least)
                .retry(NEVER_BY_ITSELF)
                .id("ready-" + least);
    }

    private static CompletableFuture<Report> started(Item... lines) {
        return CompletableFuture.supplyAsync(() -> ChecklistRunner.create().run(checklist("waiting", List.of(lines))));
    }

    private static Report ended(CompletableFuture<Report> run) throws Exception {
        return run.get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_change_of_the_verdict_wakes_the_check_and_one_fresh_get_confirms_it() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run = started(ready(2));
        script.awaitOpening();
        cluster = replicas(2, 42);
        script.send("MODIFIED", object(cluster));
        Result result = ended(run).lines().get(0);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts()).hasSize(2);
        assertThat(stub.asked()).containsExactly(GET, GET);
        assertThat(stub.watched())
                .containsExactly(
                        "/apis/apps/v1/namespaces/shop/deployments?" + QUERY + "41&fieldSelector=metadata.name%3Dapi");
        script.awaitHangup();
    }

    @Test
    void a_watch_is_asked_for_as_the_same_account_and_by_the_same_name() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run = started(ready(2));
        script.awaitOpening();
        cluster = replicas(2, 42);
        script.send("MODIFIED", object(cluster));
        assertThat(ended(run).count(Status.PASSED)).isOne();
        assertThat(stub.requests())
                .filteredOn(ApiStub.Request::isWatch)
                .singleElement()
                .satisfies(request -> assertThat(request.headers())
                        .containsEntry("authorization", "Bearer token-of-ours")
                        .hasEntrySatisfying(
                                "user-agent", agent -> assertThat(agent).startsWith("checklist/")));
    }

    @Test
    void changes_that_leave_the_verdict_as_it_is_wake_nobody() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run = started(ready(3));
        script.awaitOpening();
        for (int i = 0; i < 50; i++) {
            script.send("MODIFIED", object(replicas(i % 3, 42 + i)));
        }
        script.line("{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"99\"}}}");
        cluster = replicas(3, 100);
        script.send("MODIFIED", object(cluster));
        Result result = ended(run).lines().get(0);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(stub.asked()).containsExactly(GET, GET);
    }

    @Test
    void an_event_alone_lets_nothing_pass() throws Exception {
        WatchScript script = script();
        WatchScript second = script();
        CompletableFuture<Report> run = started(ready(2));
        script.awaitOpening();
        script.send("MODIFIED", object(replicas(2, 42))).end(); // but a fresh look does not see it
        second.awaitOpening();
        assertThat(run).isNotDone();
        cluster = replicas(2, 43);
        second.send("MODIFIED", object(cluster));
        assertThat(ended(run).lines().get(0).attempts())
                .extracting(attempt -> attempt.outcome().status())
                .containsExactly(Status.FAILED, Status.FAILED, Status.PASSED);
    }

    @Test
    void three_that_wait_for_one_kind_share_one_watch_from_the_list_s_version() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run = started(ready(1), ready(2), ready(3));
        script.awaitOpening();
        cluster = replicas(3, 2001);
        script.send("MODIFIED", object(cluster));
        assertThat(ended(run).count(Status.PASSED)).isEqualTo(3);
        assertThat(stub.watched()).containsExactly("/apis/apps/v1/namespaces/shop/deployments?" + QUERY + "2000");
        assertThat(stub.asked().get(0)).isEqualTo(LIST);
        assertThat(stub.asked().subList(1, stub.asked().size())).containsOnly(GET);
        script.awaitHangup();
    }

    @Test
    void an_object_that_appears_wakes_those_who_missed_it_in_the_list() throws Exception {
        FakeCluster all = replicas(2, 2001);
        cluster = all.without("/" + API);
        WatchScript script = script();
        CompletableFuture<Report> run = started(
                ready(1),
                ready(2),
                client.checks()
                        .inNamespace("shop")
                        .deployment("api")
                        .isRolledOut()
                        .retry(NEVER_BY_ITSELF));
        script.awaitOpening();
        cluster = all;
        script.send("ADDED", object(all));
        assertThat(ended(run).count(Status.PASSED)).isEqualTo(3);
    }

    @Test
    void without_the_right_to_watch_it_polls_and_says_so_and_asks_once() throws Exception {
        watches.add(Wire.status(403, "Forbidden", "may not watch"));
        Check line = ready(2).retry(attempts(40).every(ofMillis(100)));
        Result result = ended(started(line)).lines().get(0);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.attempts()).hasSize(40);
        assertThat(result.attempts().get(39).outcome().warnings())
                .containsExactly("not permitted: watch deployments in shop; a change is seen by the next attempt only");
        assertThat(stub.watched()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "410",
                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}",
                "no JSON",
                "{\"type\":\"MODIFIED\"}",
                "[]"
            })
    void a_watch_that_is_gone_or_broken_is_no_loss_since_the_next_attempt_comes(String end) throws Exception {
        WatchScript script = new WatchScript();
        watches.add(end.equals("410") ? Wire.status(410, "Expired", "too old resource version") : script.line(end));
        CompletableFuture<Report> run = started(ready(2).retry(attempts(1_000).every(ofMillis(50))));
        if (!end.equals("410")) {
            script.awaitHangup();
        }
        cluster = replicas(2, 43);
        Result result = ended(run).lines().get(0);
        assertThat(result.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_watch_of_many_that_has_expired_is_no_loss_either_and_is_opened_anew_from_a_newer_list() throws Exception {
        watches.add(Wire.status(410, "Expired", "too old resource version"));
        WatchScript second = script();
        RetryPolicy soon = attempts(1_000).every(ofMillis(50));
        CompletableFuture<Report> run = started(ready(1).retry(soon), ready(2).retry(soon), ready(3).retry(soon));
        second.awaitOpening();
        cluster = replicas(3, 2001);
        assertThat(ended(run).count(Status.PASSED)).isEqualTo(3);
        assertThat(stub.watched())
                .hasSizeGreaterThan(1)
                .containsOnly("/apis/apps/v1/namespaces/shop/deployments?" + QUERY + "2000");
        assertThat(stub.asked()).filteredOn(LIST::equals).hasSizeGreaterThan(1);
        second.awaitHangup();
    }

    @Test
    void a_deleted_object_wakes_the_check_which_then_says_that_it_is_absent() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run =
                started(ready(2).retry(attempts(2).every(ofMinutes(20)).within(ofSeconds(3))));
        script.awaitOpening();
        JsonNode gone = object(cluster);
        cluster = cluster.without("/" + API);
        script.send("DELETED", gone);
        assertThat(ended(run).lines().get(0).message()).contains("in the namespace shop but it is absent");
    }

    @Test
    void nothing_is_watched_that_is_not_retried_or_passes_or_is_read_by_name() throws Exception {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        Report report = ended(started(
                shop.deployment("api").hasReadyReplicas(2),
                shop.ingress("api").hasAddress().retry(NEVER_BY_ITSELF),
                shop.secret("api").hasKeys("missing").retry(attempts(3).every(ofMillis(1))),
                shop.configMap("api").hasKeys("missing").retry(attempts(3).every(ofMillis(1)))));
        assertThat(report.count(Status.FAILED)).isEqualTo(3);
        assertThat(stub.watched()).isEmpty();
    }

    @Test
    void a_run_that_is_cancelled_leaves_no_watch_behind() throws Exception {
        WatchScript script = script();
        var run = ChecklistRunner.create().start(checklist("waiting", ready(2)));
        script.awaitOpening();
        run.cancel();
        assertThat(run.report().count(Status.PASSED)).isZero();
        script.awaitHangup();
    }
}
