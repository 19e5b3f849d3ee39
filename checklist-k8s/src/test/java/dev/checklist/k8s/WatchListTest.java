package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.Check;
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

/** A change of a list wakes the check that is about all of it, and one fresh list decides. */
class WatchListTest {
    private static final RetryPolicy NEVER_BY_ITSELF = attempts(5).every(ofMinutes(20));
    private static final String API = "deployments/api";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/shop/deployments";
    private static final String LIST = "GET " + DEPLOYMENTS + "?limit=1000";
    private static final String WATCH =
            DEPLOYMENTS + "?watch=true&allowWatchBookmarks=true&timeoutSeconds=300&resourceVersion=2000";

    private final Queue<Wire> watches = new ArrayDeque<>();
    private final FakeCluster good = FakeCluster.healthy();
    private volatile FakeCluster cluster = unready();
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

    private FakeCluster unready() {
        return good.with(API, "/status/readyReplicas", 0)
                .with(API, "/status/availableReplicas", 0)
                .with(API, "/status/updatedReplicas", 0);
    }

    private Check allReady() {
        return client.checks().inNamespace("shop").allDeployments(1).areReady().retry(NEVER_BY_ITSELF);
    }

    private static CompletableFuture<Report> started(Check... lines) {
        return CompletableFuture.supplyAsync(() -> ChecklistRunner.create().run(checklist("waiting", List.of(lines))));
    }

    private static Report ended(CompletableFuture<Report> run) throws Exception {
        return run.get(30, TimeUnit.SECONDS);
    }

    private static JsonNode object(FakeCluster cluster) {
        return cluster.object(API);
    }

    @Test
    void a_change_of_the_verdict_wakes_the_check_and_one_fresh_list_confirms_it() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run = started(allReady());
        script.awaitOpening();
        cluster = good;
        script.send("MODIFIED", object(good));
        Result result = ended(run).lines().get(0);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts()).hasSize(2);
        assertThat(stub.asked()).containsExactly(LIST, LIST);
        assertThat(stub.watched()).containsExactly(WATCH);
        script.awaitHangup();
    }

    @Test
    void changes_that_leave_the_verdict_as_it_is_wake_nobody() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run = started(allReady());
        script.awaitOpening();
        for (int i = 0; i < 50; i++) {
            script.send("MODIFIED", object(cluster.with(API, "/metadata/resourceVersion", "2" + (100 + i))));
        }
        cluster = good;
        script.send("MODIFIED", object(good));
        assertThat(ended(run).count(Status.PASSED)).isOne();
        assertThat(stub.asked()).containsExactly(LIST, LIST);
    }

    @Test
    void changes_count_together() throws Exception {
        WatchScript script = script();
        JsonNode second = object(cluster.with(API, "/metadata/name", "second"));
        CompletableFuture<Report> run = started(allReady());
        script.awaitOpening();
        script.send("ADDED", second).send("MODIFIED", object(good)); // the second is not ready either
        cluster = good;
        script.send("DELETED", second);
        assertThat(ended(run).lines().get(0).attempts()).hasSize(2);
    }

    @Test
    void an_event_alone_lets_nothing_pass() throws Exception {
        WatchScript script = script();
        WatchScript second = script();
        CompletableFuture<Report> run = started(allReady());
        script.awaitOpening();
        script.send("MODIFIED", object(good)).end(); // but a fresh look does not see it
        second.awaitOpening();
        assertThat(run).isNotDone();
        cluster = good;
        second.send("MODIFIED", object(good));
        assertThat(ended(run).lines().get(0).attempts())
                .extracting(attempt -> attempt.outcome().status())
                .containsExactly(Status.FAILED, Status.FAILED, Status.PASSED);
    }

    @Test
    void a_selector_narrows_the_watch_too() throws Exception {
        WatchScript script = script();
        CompletableFuture<Report> run = started(client.checks()
                .inNamespace("shop")
                .pods("app=nothing")
                .restartsBelow(1)
                .retry(NEVER_BY_ITSELF));
        script.awaitOpening();
        run.cancel(true);
        assertThat(stub.watched())
                .singleElement()
                .asString()
                .startsWith("/api/v1/namespaces/shop/pods?watch=true")
                .endsWith("&labelSelector=app%3Dnothing");
    }

    @Test
    void what_a_check_of_one_object_reads_besides_is_not_watched() throws Exception {
        cluster = good.with(API, "/status/availableReplicas", 1).with(API, "/metadata/resourceVersion", "41");
        WatchScript script = script();
        CompletableFuture<Report> run = started(client.checks()
                .inNamespace("shop")
                .deployment("api")
                .isRolledOut()
                .retry(NEVER_BY_ITSELF));
        script.awaitOpening();
        cluster = good;
        script.send("MODIFIED", object(good));
        assertThat(ended(run).count(Status.PASSED)).isOne();
        assertThat(stub.asked()).anyMatch(asked -> asked.contains("/pods?"));
        assertThat(stub.watched()).singleElement().asString().contains("fieldSelector=metadata.name%3Dapi");
    }

    @Test
    void without_the_right_to_watch_it_polls_and_says_so_and_asks_once() throws Exception {
        watches.add(Wire.status(403, "Forbidden", "may not watch"));
        Result result = ended(started(allReady().retry(attempts(5).every(ofMillis(10)))))
                .lines()
                .get(0);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.attempts().get(4).outcome().warnings())
                .contains("not permitted: watch deployments in shop; a change is seen by the next attempt only");
        assertThat(stub.watched()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"410", "no JSON", "{\"type\":\"MODIFIED\"}"})
    void a_watch_that_is_gone_or_broken_is_no_loss_since_the_next_attempt_comes(String end) throws Exception {
        WatchScript script = new WatchScript();
        watches.add(end.equals("410") ? Wire.status(410, "Expired", "too old resource version") : script.line(end));
        CompletableFuture<Report> run = started(allReady().retry(attempts(1_000).every(ofMillis(50))));
        if (!end.equals("410")) {
            script.awaitHangup();
        }
        cluster = good;
        assertThat(ended(run).count(Status.PASSED)).isOne();
    }

    @Test
    void a_run_that_is_cancelled_leaves_no_watch_behind() throws Exception {
        WatchScript script = script();
        var run = ChecklistRunner.create().start(checklist("waiting", allReady()));
        script.awaitOpening();
        run.cancel();
        assertThat(run.report().count(Status.PASSED)).isZero();
        script.awaitHangup();
    }
}
