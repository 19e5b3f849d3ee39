package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what a real API server answered; the expectations stand in {@code recorded.tsv}. */
class RecordedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    /** Finds the recordings beside the repository; without them the tests are visibly skipped. */
    static Path recording(String name) {
        Optional<Path> found = Stream.iterate(
                        Path.of(System.getProperty("user.dir")).toAbsolutePath(), path -> path != null, Path::getParent)
                .map(directory -> directory.resolve("shared/recordings/" + name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "NOT RUN: no shared/recordings beside the repository");
        return found.orElseThrow();
    }

    static Stream<String[]> rows() throws IOException {
        try (InputStream in = RecordedTest.class.getResourceAsStream("recorded.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        }
    }

    private static Check check(NamespacedChecks namespace, String predicate) {
        String[] words = predicate.split(" ");
        return switch (words[0]) {
            case "isRolledOut" -> namespace.deployment(words[1]).isRolledOut();
            case "hasReadyReplicas" -> namespace.deployment(words[1]).hasReadyReplicas(1);
            case "runsImage" -> namespace.deployment(words[1]).runsImage(words[2]);
            case "isReady" -> namespace.statefulSet(words[1]).isReady();
            case "setIsRolledOut" -> namespace.statefulSet(words[1]).isRolledOut();
            case "agentIsReady" -> namespace.daemonSet(words[1]).isReady();
            case "agentIsRolledOut" -> namespace.daemonSet(words[1]).isRolledOut();
            case "agentMayBeNowhere" ->
                namespace.daemonSet(words[1]).allowingZero().isReady();
            case "mayBeZero" -> namespace.deployment(words[1]).allowingZero().isRolledOut();
            case "hasSucceeded" -> namespace.job(words[1]).hasSucceeded();
            case "hasSucceededSince" -> namespace.job(words[1]).hasSucceededSince(Instant.parse(words[2]));
            case "haveSucceeded" -> namespace.allJobs(1).haveSucceeded();
            case "allDeployments" ->
                namespace.allDeployments(Integer.parseInt(words[1])).areRolledOut();
            case "allStatefulSets" ->
                namespace.allStatefulSets(Integer.parseInt(words[1])).areRolledOut();
            case "allCronJobs" -> namespace.allCronJobs(2).areFresh();
            case "isScheduled" -> namespace.cronJob(words[1]).isScheduled();
            case "lastRunSucceeded" -> namespace.cronJob(words[1]).lastRunSucceeded();
            case "isFresh" -> namespace.cronJob(words[1]).isFresh();
            case "hasPreviousRevision" -> namespace.deployment(words[1]).hasPreviousRevision();
            case "restartsBelow" -> namespace.pods().restartsBelow(Integer.parseInt(words[1]));
            case "runAsNonRoot" -> namespace.pods().runAsNonRoot();
            case "haveResourceLimits" -> namespace.pods().haveResourceLimits();
            case "areHealthy" -> namespace.pods().areHealthy(1);
            case "hasEndpoints" -> namespace.service(words[1]).hasEndpoints();
            case "hasAddress" -> namespace.ingress(words[1]).hasAddress();
            case "isActive" -> namespace.namespace().isActive();
            case "autoscaler" -> namespace.autoscaler(words[1]).isActive();
            case "secret" -> namespace.secret(words[1]).hasKeys(words[2]);
            case "configMap" -> namespace.configMap(words[1]).exists();
            default -> throw new IllegalArgumentException(predicate);
        };
    }

    @ParameterizedTest(name = "{0} {2}: {3}")
    @MethodSource("rows")
    void a_recorded_cluster_comes_to_what_the_table_says(
            String file, String namespace, String predicate, String expected, String must, String mustNot)
            throws IOException {
        FakeCluster recorded = FakeCluster.recorded(recording(file + ".json"));
        try (ApiStub stub = ApiStub.answering(recorded::answer);
                Clients client = Clients.to(stub.url())) {
            Check check = check(client.checks().inNamespace(namespace), predicate);
            Result result = CheckTester.startingAt(NOW).run(check);
            boolean conclusive = result.attempts().get(0).outcome().isConclusive();
            String found = result.status() + (conclusive ? " for good" : "");
            assertThat(found).as(result.message()).isEqualTo(expected);
            assertThat(result.message()).contains(must).doesNotContain(mustNot);
        }
    }

    @Test
    void everything_that_can_be_asked_of_the_healthy_recording_passes() throws IOException {
        FakeCluster recorded = FakeCluster.recorded(recording("trackdechets-healthy.json"));
        try (ApiStub stub = ApiStub.answering(recorded::answer);
                Clients client = Clients.to(stub.url())) {
            List<Check> checks = new ArrayList<>();
            recorded.objects()
                    .forEach((path, object) ->
                            everything(client.checks(), path, object).forEach(checks::add));
            Report report = CheckTester.startingAt(NOW).run(checklist("all", checks));
            // the pods of the other namespaces were not recorded
            assertThat(report.lines().stream()
                            .filter(line -> line.status() != Status.PASSED)
                            .map(Result::message))
                    .containsExactly(
                            "expected ready endpoints but selector {app=ingress-nginx-controller} matches none of 0 pods");
            assertThat(report.count(Status.PASSED)).isGreaterThan(50);
        }
    }

    private static Stream<Check> everything(KubernetesChecks checks, String path, JsonNode object) {
        String name = object.at("/metadata/name").asText();
        JsonNode inside = object.at("/metadata/namespace");
        if (inside.isMissingNode()) {
            return object.path("kind").asText().equals("Namespace")
                    ? Stream.of(checks.namespace(name).isActive())
                    : Stream.empty();
        }
        NamespacedChecks namespace = checks.inNamespace(inside.asText());
        return switch (object.path("kind").asText()) {
            case "Deployment" ->
                Stream.of(
                        namespace.deployment(name).isRolledOut(),
                        namespace
                                .deployment(name)
                                .hasReadyReplicas(object.at("/spec/replicas").asInt()));
            case "StatefulSet" ->
                Stream.of(
                        namespace.statefulSet(name).isReady(),
                        namespace.statefulSet(name).isRolledOut());
            case "CronJob" ->
                Stream.of(
                        namespace.cronJob(name).isScheduled(),
                        namespace.cronJob(name).lastRunSucceeded(),
                        namespace.cronJob(name).isFresh());
            case "Job" -> Stream.of(namespace.job(name).hasSucceeded());
            case "Service" -> Stream.of(namespace.service(name).hasEndpoints());
            case "Ingress" -> Stream.of(namespace.ingress(name).hasAddress());
            case "HorizontalPodAutoscaler" ->
                Stream.of(namespace.autoscaler(name).isActive());
            case "ConfigMap" -> Stream.of(namespace.configMap(name).exists());
            case "Secret" -> {
                List<String> keys = new ArrayList<>();
                object.path("data").fieldNames().forEachRemaining(keys::add);
                yield Stream.of(namespace.secret(name).hasKeys(keys.get(0), keys.toArray(new String[0])));
            }
            default -> Stream.empty();
        };
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("errors")
    void a_recorded_error_is_told_apart(String name, Status status, Mark mark, String words) throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(recording("errors.json").toFile())
                .path("responses")
                .path(name);
        JsonNode body = answer.path("body");
        Wire wire = Wire.text(
                answer.path("status").asInt(),
                body.isObject() ? Wire.JSON : "text/plain; charset=utf-8",
                body.isTextual() ? body.asText() : body.toString());
        String deployment = name.equals("404 object") || name.equals("404 in a missing namespace")
                ? body.at("/details/name").asText()
                : "api";
        try (ApiStub stub = ApiStub.answering(request -> request.path().contains("/apps/v1/")
                        ? wire
                        : FakeCluster.healthy().answer(request));
                Clients client = Clients.to(stub.url())) {
            Result result = CheckTester.create()
                    .run(client.checks()
                            .inNamespace("gone")
                            .deployment(deployment)
                            .isRolledOut());
            assertThat(result.status()).as(result.toString()).isEqualTo(status);
            assertThat(result.mark()).isEqualTo(mark);
            assertThat(result.message()).contains(words);
        }
    }

    static Stream<Object[]> errors() {
        return Stream.of(
                new Object[] {
                    "403 forbidden", Status.ERROR, Mark.NOT_PERMITTED, "not permitted: get deployments in gone (403: "
                },
                new Object[] {"401 unknown token", Status.ERROR, Mark.PLAIN, "did not accept our credentials"},
                new Object[] {"404 object", Status.FAILED, Mark.PLAIN, "but the namespace gone is absent"},
                new Object[] {
                    "404 in a missing namespace", Status.FAILED, Mark.PLAIN, "but the namespace gone is absent"
                },
                new Object[] {
                    "404 group not served (no CRD)",
                    Status.ERROR,
                    Mark.PLAIN,
                    "serves deployment, but not at /apis/apps/v1"
                },
                new Object[] {"410 expired resourceVersion", Status.ERROR, Mark.PLAIN, "answered 410: "});
    }
}
