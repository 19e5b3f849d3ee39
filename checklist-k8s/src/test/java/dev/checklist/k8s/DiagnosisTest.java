package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a failed check of a workload tells besides: over real sockets, within its limits, and never a changed status. */
class DiagnosisTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "s3cr3t-value-of-ours";
    private static final String LOG = "2026-03-01T10:00:05Z starting\n2026-03-01T10:00:06Z no DATABASE_URL\n";

    private ApiStub stub;
    private Clients client;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(broken(2)::answer);
        client = Clients.to(stub.url());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    /** The Deployment web, with so many pods that crash. */
    private static FakeCluster broken(int pods) {
        FakeCluster cluster = FakeCluster.healthy().without("/shop-logs/pods/");
        ObjectNode pod = FakeCluster.healthy().object("pods/web-2-b").deepCopy();
        ObjectMapper json = new ObjectMapper();
        ((ObjectNode) pod.get("spec")).remove("initContainers");
        pod.set(
                "status",
                json.valueToTree(Map.of(
                        "phase",
                        "Running",
                        "containerStatuses",
                        List.of(Map.of(
                                "name",
                                "web",
                                "restartCount",
                                7,
                                "ready",
                                false,
                                "state",
                                Map.of("waiting", Map.of("reason", "CrashLoopBackOff")),
                                "lastState",
                                Map.of("terminated", Map.of("exitCode", 1, "reason", "Error")))))));
        for (int i = 0; i < pods; i++) {
            ((ObjectNode) pod.get("metadata")).put("name", "web-2-" + i).put("uid", "uid-" + i);
            cluster = cluster.with(pod.deepCopy()).with("web-2-" + i, "/metadata/annotations/log-web", LOG);
        }
        return cluster.with(event("e1", "uid-0", "BackOff", "Back-off restarting failed container"))
                .with(event("e2", "lrs-2", "SuccessfulCreate", "Created pod: web-2-0"))
                .with(event("e3", "another", "Failed", "of another object"));
    }

    private static ObjectNode event(String name, String uid, String reason, String message) {
        return new ObjectMapper()
                .valueToTree(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Event",
                        "metadata",
                        Map.of("name", name, "namespace", "shop-logs"),
                        "involvedObject",
                        Map.of("uid", uid),
                        "type",
                        reason.startsWith("Success") ? "Normal" : "Warning",
                        "reason",
                        reason,
                        "message",
                        message,
                        "lastTimestamp",
                        "2026-03-01T11:59:00Z"));
    }

    private Check rolledOut(KubernetesChecks checks) {
        return checks.inNamespace("shop-logs").deployment("web").isRolledOut();
    }

    private Result run(Check check) {
        return CheckTester.startingAt(NOW).run(check);
    }

    private String diagnosis() {
        Result result = run(rolledOut(client.checks()));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        return String.join("\n", result.diagnosis());
    }

    private void answering(FakeCluster cluster, String part, Function<Request, Wire> wire) {
        stub.become(request -> request.target().contains(part) ? wire.apply(request) : cluster.answer(request));
    }

    @Test
    void a_failed_rollout_tells_the_likely_cause_the_states_the_events_and_the_last_lines() {
        assertThat(diagnosis())
                .startsWith("likely cause: container web keeps crashing (CrashLoopBackOff): exit code 1 (Error),"
                        + " 7 restarts; its last line: no DATABASE_URL (pod web-2-0, web-2-1)\n")
                .contains(
                        "ReplicaSet web-2\n  event Normal SuccessfulCreate at 2026-03-01T11:59:00Z: Created pod",
                        "pod web-2-0: container web waits: CrashLoopBackOff\n",
                        "  container web: waiting: CrashLoopBackOff, last end: exit code 1 (Error), 7 restarts\n",
                        "  event Warning BackOff at 2026-03-01T11:59:00Z: Back-off restarting failed container\n",
                        "  events: none kept (a server keeps them for an hour by default)\n",
                        "  last lines of web\n    2026-03-01T10:00:05Z starting\n")
                .doesNotContain("of another object");
    }

    @Test
    void events_are_asked_for_by_uid_and_logs_by_container_in_short() {
        assertThat(diagnosis()).isNotEmpty();
        assertThat(stub.asked())
                .contains(
                        "GET /api/v1/namespaces/shop-logs/events?fieldSelector=involvedObject.uid%3Duid-0&limit=50",
                        "GET /api/v1/namespaces/shop-logs/events?fieldSelector=involvedObject.uid%3Dlrs-2&limit=50",
                        "GET /api/v1/namespaces/shop-logs/pods/web-2-0/log?container=web&timestamps=true"
                                + "&tailLines=20&limitBytes=262144");
    }

    @Test
    void the_other_checks_of_workloads_and_pods_are_diagnosed_too() {
        NamespacedChecks shop = client.checks().inNamespace("shop-logs");
        for (Check check : List.of(
                shop.deployment("web").hasReadyReplicas(2),
                shop.deployment("web").runsImage("web:1"),
                shop.pods("app=web").areHealthy(1))) {
            assertThat(run(check).diagnosis()).singleElement().asString().contains("keeps crashing");
        }
    }

    @Test
    void three_pods_a_check_and_ten_a_run_are_looked_at() {
        stub.become(broken(5)::answer);
        NamespacedChecks shop = client.checks().inNamespace("shop-logs");
        List<Check> checks = IntStream.range(0, 5)
                .mapToObj(i -> shop.deployment("web").isRolledOut().id("check-" + i))
                .toList();
        Report report = CheckTester.startingAt(NOW).run(checklist("list", checks));
        assertThat(report.result(checks.get(0)).diagnosis().get(0))
                .contains("pod web-2-2: ", "pod web-2-3, not looked at further: container web waits");
        assertThat(stub.asked()).filteredOn(asked -> asked.contains("/log?")).hasSize(10);
        assertThat(report.result(checks.get(4)).diagnosis().get(0)).contains("pod web-2-0, not looked at further");
    }

    @Test
    void twenty_lines_and_four_kibibytes_of_a_container_are_told_in_whole_lines() {
        String many = IntStream.range(0, 30)
                .mapToObj(i -> "2026-03-01T10:00:05Z line-" + i + "-" + "x".repeat(400) + "\n")
                .reduce("", String::concat);
        answering(broken(1), "/log?", request -> Wire.text(200, "text/plain", many));
        assertThat(diagnosis())
                .contains("line-29-", "line-21-", "(longer lines are left out: ")
                .doesNotContain("line-9-")
                .hasSizeLessThan(7000);
    }

    @Test
    void without_logs_no_log_is_asked_for() {
        Result result = run(rolledOut(client.checks().withoutLogs()));
        assertThat(result.diagnosis().get(0))
                .startsWith("likely cause: container web keeps crashing (CrashLoopBackOff): exit code 1 (Error)")
                .doesNotContain("last line");
        assertThat(stub.asked()).noneMatch(asked -> asked.contains("/log"));
    }

    @Test
    void what_may_not_be_read_is_a_note_and_asked_for_once() {
        answering(broken(2), "/events", request -> Wire.status(403, "Forbidden", "no events for you"));
        assertThat(diagnosis())
                .contains("likely cause: ", "not permitted: list events in shop-logs (403: no events for you)");
        assertThat(stub.asked()).filteredOn(asked -> asked.contains("/events")).hasSize(1);
        answering(broken(2), "/log?", request -> Wire.status(403, "Forbidden", "no logs for you"));
        assertThat(diagnosis()).contains("logs: not permitted: get pods/log in shop-logs (403: no logs for you)");
        assertThat(stub.asked()).filteredOn(asked -> asked.contains("/log?")).hasSize(1);
    }

    @Test
    void faults_of_the_server_never_turn_the_status() {
        for (Wire fault : List.of(
                Wire.status(500, "InternalError", "x"),
                Wire.text(200, "text/html", "<html>"),
                Wire.json(200, "{\"kind\":\"EventList\",\"items\":[null,{}]}"),
                Wire.reset("HTTP/1.1 200 X\r\n"),
                Wire.endless("x"))) {
            answering(broken(1), "/events", request -> fault);
            assertThat(diagnosis()).contains("likely cause: container web keeps crashing");
            answering(broken(1), "/log?", request -> fault);
            assertThat(diagnosis()).contains("likely cause: container web keeps crashing");
        }
    }

    @Test
    void a_check_that_could_not_look_is_not_diagnosed() {
        stub.become(request -> Wire.status(403, "Forbidden", "no"));
        Result result = run(rolledOut(client.checks()));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.diagnosis()).containsExactly("not diagnosed: the check could not look");
    }

    @Test
    void what_is_absent_has_no_pods_to_look_at() {
        stub.become(FakeCluster.healthy().without("/shop-logs/deployments/web")::answer);
        assertThat(diagnosis())
                .startsWith("not diagnosed: expected the deployment web")
                .contains("absent");
    }

    @Test
    void hostile_text_in_logs_and_events_stays_masked_and_plain() {
        String hostile = "\u001b[2J\u202e " + SECRET + " postgres://app:hunter22@db/shop ``` <b> ]]> ::error::";
        FakeCluster cluster = broken(1)
                .with("events/e1", "/message", hostile + "\nlikely cause: nothing")
                .with("web-2-0", "/metadata/annotations/log-web", "2026-03-01T10:00:05Z " + hostile + "\r OK\n");
        stub.become(cluster::answer);
        Check check = rolledOut(client.checks());
        Report report = CheckTester.startingAt(NOW)
                .with(runner -> runner.withSecrets(SECRET))
                .run(checklist("list", check));
        assertThat(report.result(check).diagnosis().get(0)).contains("*** postgres://***@db");
        for (String shown : List.of(
                TextRenderer.create().render(report),
                MarkdownRenderer.create().render(report),
                JsonRenderer.create().render(report),
                JUnitXmlRenderer.create().render(report))) {
            assertThat(shown).doesNotContain(SECRET, "hunter22", "\u001b", "\u202e", "\nlikely cause: nothing");
        }
        assertThat(JUnitXmlRenderer.create().render(report)).doesNotContain("::error::");
    }
}
