package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Log checks over real sockets: what is asked for, what limits it, and what a server can do to them. */
class LogTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LINE = "2026-03-01T10:00:05Z started\n";

    private ApiStub stub;
    private Clients client;
    private DeploymentChecks web;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
        web = client.checks().inNamespace("shop-logs").deployment("web");
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    /** Answers every request for a log so, and others as the cluster does. */
    private void logs(FakeCluster cluster, Function<Request, Wire> answer) {
        stub.become(request -> request.path().endsWith("/log") ? answer.apply(request) : cluster.answer(request));
    }

    private void logs(Function<Request, Wire> answer) {
        logs(FakeCluster.healthy(), answer);
    }

    private static Wire log(String text) {
        return Wire.text(200, "text/plain", text);
    }

    private static Result run(Check check) {
        return CheckTester.startingAt(NOW).run(check);
    }

    /** As many pods of the newest ReplicaSet as that, each with one container that never restarted. */
    private static FakeCluster pods(int count) {
        FakeCluster cluster = FakeCluster.healthy().without("/shop-logs/pods/");
        ObjectNode pod = FakeCluster.healthy().object("pods/web-2-b").deepCopy();
        ((ObjectNode) pod.get("spec")).remove("initContainers");
        for (int i = 0; i < count; i++) {
            ((ObjectNode) pod.get("metadata")).put("name", "web-2-" + i);
            cluster = cluster.with(pod.deepCopy());
        }
        return cluster;
    }

    @Test
    void each_container_is_asked_for_by_name_once_with_times_and_limits_and_never_followed() {
        assertThat(run(web.hasNoLogLine("panic")).status()).isEqualTo(Status.PASSED);
        String pods = "GET /api/v1/namespaces/shop-logs/pods/";
        String limits = "&timestamps=true&sinceTime=2026-03-01T10:00:00Z&limitBytes=1048577";
        assertThat(stub.asked())
                .filteredOn(asked -> asked.contains("/log"))
                .containsExactly(
                        pods + "web-2-a/log?container=setup" + limits,
                        pods + "web-2-a/log?container=web" + limits + "&previous=true",
                        pods + "web-2-a/log?container=web" + limits,
                        pods + "web-2-b/log?container=setup" + limits,
                        pods + "web-2-b/log?container=web" + limits);
    }

    @Test
    void a_container_that_restarts_while_its_log_is_read_may_have_said_anything() {
        FakeCluster restarted =
                FakeCluster.healthy().with("pods/web-2-b", "/status/containerStatuses/0/restartCount", 1);
        assertThat(afterwards(restarted))
                .contains("not read completely: web-2-b/web: it restarted while its log was read");
    }

    @Test
    void a_pod_that_is_gone_when_its_log_was_read_may_have_said_anything() {
        assertThat(afterwards(FakeCluster.healthy().without("/shop-logs/pods/web-2-b")))
                .contains("not read completely: web-2-b/");
    }

    /** What is found where the cluster is another one as soon as the first log was read. */
    private String afterwards(FakeCluster later) {
        AtomicBoolean hasRead = new AtomicBoolean();
        stub.become(request -> {
            boolean isLog = request.path().endsWith("/log");
            hasRead.compareAndSet(false, isLog);
            return (hasRead.get() && !isLog ? later : FakeCluster.healthy()).answer(request);
        });
        Result result = run(web.hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        return result.message();
    }

    @Test
    void what_people_type_into_an_ephemeral_container_counts_for_nothing_and_a_warning_says_so() {
        FakeCluster debugged = FakeCluster.healthy()
                .with("pods/web-2-a", "/spec/ephemeralContainers", List.of(Map.of("name", "debugger-x7")))
                .with(
                        "pods/web-2-b",
                        "/status/ephemeralContainerStatuses",
                        List.of(Map.of("name", "debugger-k2", "restartCount", 0)));
        logs(
                debugged,
                request -> log(request.query().contains("debugger") ? LINE + "2026-03-01T10:00:06Z up\n" : LINE));
        String warning = "not searched: the logs of ephemeral containers, which people add to look into a pod: "
                + "web-2-a/debugger-x7, web-2-b/debugger-k2";
        Result none = run(web.hasNoLogLine("up"));
        assertThat(none.status()).as(none.toString()).isEqualTo(Status.PASSED);
        assertThat(none.warnings()).containsExactly(warning);
        Result some = run(web.hasLogLine("up", AmongPods.ANY_POD));
        assertThat(some.status()).isEqualTo(Status.FAILED);
        assertThat(some.warnings()).containsExactly(warning);
        assertThat(stub.asked()).noneMatch(asked -> asked.contains("debugger"));
    }

    @Test
    void a_window_that_starts_after_the_pod_is_asked_for() {
        Result since = run(web.logs()
                .since(Instant.parse("2026-03-01T11:00:00.5Z"))
                .allowingSilence()
                .hasNoLogLine("x"));
        assertThat(stub.asked()).anyMatch(asked -> asked.contains("sinceTime=2026-03-01T11:00:00Z"));
        assertThat(since.message()).contains("since 2026-03-01T11:00:00.500Z", "among 0 lines");
        stub.become(FakeCluster.healthy()::answer);
        Result last = run(web.logs().since(ofMinutes(5)).allowingSilence().hasNoLogLine("x"));
        assertThat(stub.asked()).anyMatch(asked -> asked.contains("sinceTime=2026-03-01T11:55:00Z"));
        assertThat(last.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_log_in_a_window_without_lines_is_silent_or_rotated() {
        Result result = run(web.logs().since(ofMinutes(5)).hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("not read completely", "no line was seen since 2026-03-01T11:55:00Z");
    }

    @Test
    void a_log_longer_than_the_limit_was_not_read_completely() {
        String large = LINE.repeat((1 << 20) / LINE.length() + 1);
        logs(request -> log(request.query().contains("container=setup") ? LINE : large));
        Result none = run(web.hasNoLogLine("panic"));
        assertThat(none.status()).isEqualTo(Status.ERROR);
        assertThat(none.message())
                .contains("not read completely: web-2-a/web: the log is longer than the limit of 1 MiB a container");
        Result some = run(web.hasLogLine("started", AmongPods.EVERY_POD));
        assertThat(some.status()).isEqualTo(Status.PASSED);
        assertThat(some.warnings()).singleElement().asString().contains("not all logs were read");
    }

    @Test
    void a_log_without_an_end_is_given_up_and_no_other_is_asked_for() {
        logs(request -> Wire.endless(LINE));
        Result result = run(web.hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(stub.asked()).filteredOn(asked -> asked.contains("/log?")).hasSize(1);
    }

    @Test
    void twenty_pods_are_read_at_most() {
        logs(pods(21), request -> log(LINE));
        Result result = run(web.hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("only 20 of 21 pods are read");
        assertThat(stub.asked()).filteredOn(asked -> asked.contains("/log?")).hasSize(20);
        logs(pods(20), request -> log(LINE));
        assertThat(run(web.hasNoLogLine("panic")).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void sixteen_mebibytes_are_read_at_most() {
        String large = LINE.repeat((1 << 20) / LINE.length());
        logs(pods(18), request -> log(large));
        Result result = run(web.hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("16 MiB a check");
        assertThat(stub.asked()).filteredOn(asked -> asked.contains("/log?")).hasSizeLessThan(18);
    }

    @Test
    void a_container_that_waits_to_start_was_not_read() {
        FakeCluster waiting = FakeCluster.healthy().with("pods/web-2-b", "/metadata/annotations/log-web", null);
        stub.become(waiting::answer);
        Result result = run(web.hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("web-2-b/web: 400: container \"web\" is waiting to start");
    }

    @Test
    void a_pod_that_is_on_no_node_yet_was_not_read() {
        FakeCluster pending = FakeCluster.healthy();
        stub.become(request -> request.path().endsWith("/pods/web-2-b/log")
                ? Wire.bytes(204, "", new byte[0], "")
                : pending.answer(request));
        Result result = run(web.hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("web-2-b/setup: 204: the pod is on no node yet");
    }

    @Test
    void the_log_before_a_restart_that_is_gone_was_not_read() {
        FakeCluster gone = FakeCluster.healthy().with("pods/web-2-a", "/metadata/annotations/previous-log-web", null);
        stub.become(gone::answer);
        assertThat(run(web.hasNoLogLine("panic")).message()).contains("web-2-a/web: the log before its restart: 400");
    }

    @Test
    void a_line_before_the_restart_counts() {
        Result result = run(web.hasNoLogLine("no database"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("found 1 in web-2-a/web");
    }

    @Test
    void fewer_pods_than_wanted_prove_nothing() {
        stub.become(pods(1)::answer);
        Result result = run(web.hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("expected 2 pods to look at but the newest ReplicaSet of web has 1");
    }

    @Test
    void a_selector_that_matches_nothing_fails() {
        Result result = run(
                client.checks().inNamespace("shop-logs").pods("app=none").logs().hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("expected pods app=none in shop-logs but there are none");
    }

    @Test
    void what_the_kubelet_says_in_place_of_a_log_is_an_error() {
        logs(request -> log("unable to retrieve container logs for containerd://0123\n"));
        assertThat(run(web.logs().allowingSilence().hasNoLogLine("panic")).status())
                .isEqualTo(Status.ERROR);
        assertThat(run(web.hasLogLine("unable", AmongPods.ANY_POD)).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_pattern_that_looks_for_ever_ends_at_the_timeout_of_its_attempt() {
        String hostile = "2026-03-01T10:00:05Z " + "a".repeat(4000) + "!\n";
        logs(request -> log(hostile));
        Check check = web.hasNoLogLine("(a+a+)+b").timeout(ofMillis(700));
        Check next = web.hasLogLine("a", AmongPods.EVERY_POD).requires(check).advisory();
        Result result = ChecklistRunner.create()
                .withDeadline(ofSeconds(30))
                .run(checklist("list", check, next))
                .result(check);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("700 ms");
    }

    @Test
    void shown_lines_are_masked_and_plain_and_never_go_to_a_build_server() throws Exception {
        String secret = "s3cr3t-value-of-ours";
        logs(request -> log("2026-03-01T10:00:05Z \u001b[2J panic with " + secret + " and password=hunter22\n"));
        Report report = ChecklistRunner.create().withSecrets(secret).run(checklist("list", web.hasNoLogLine("panic")));
        String text = TextRenderer.create().render(report);
        assertThat(text).contains("panic with ***").doesNotContain("\u001b", secret);
        assertThat(JsonRenderer.create().render(report))
                .contains("panic with *** and password=***")
                .doesNotContain(secret, "hunter22");
        assertThat(JUnitXmlRenderer.create().render(report))
                .contains("but found 5")
                .doesNotContain("panic with");
    }

    @Test
    void without_logs_matches_are_counted_and_not_shown() {
        logs(request -> log("2026-03-01T10:00:05Z panic of Jane Doe\n"));
        Result result = run(client.checks()
                .withoutLogs()
                .inNamespace("shop-logs")
                .deployment("web")
                .hasNoLogLine("panic"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.toString()).doesNotContain("Jane");
        assertThat(result.evidence()).containsOnlyKeys("lines read");
    }

    @Test
    void arguments_are_refused_by_name_and_value() {
        refused(() -> web.hasNoLogLine(null), "the pattern is null");
        refused(() -> web.hasNoLogLine(" "), "the pattern is blank");
        refused(() -> web.hasLogLine("(", AmongPods.ANY_POD), "the pattern is \"(\": Unclosed group");
        refused(() -> web.hasLogLine("x", null), "the number of pods is null");
        refused(() -> web.logs().since((Instant) null), "the start is null");
        refused(() -> web.logs().since((Duration) null), "the age of the lines is null");
        refused(() -> web.logs().since(Duration.ZERO), "the age of the lines is PT0S");
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    @Test
    void a_line_names_its_pattern_and_window() {
        assertThat(web.hasNoLogLine("ERROR|FATAL").title())
                .isEqualTo("deployment web has no log line matching \"ERROR|FATAL\" since its pod was created");
        assertThat(IntStream.of(90, 120, 7200)
                        .mapToObj(seconds -> web.logs()
                                .since(ofSeconds(seconds))
                                .hasLogLine("up", AmongPods.EVERY_POD)
                                .title()))
                .containsExactly(
                        "deployment web has in every pod a log line matching \"up\" in the last 90 s",
                        "deployment web has in every pod a log line matching \"up\" in the last 2 min",
                        "deployment web has in every pod a log line matching \"up\" in the last 2 h");
    }
}
