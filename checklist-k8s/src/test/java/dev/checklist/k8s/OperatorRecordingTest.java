package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks a recorded cluster for its operators and databases; the expectations stand in {@code recorded-operators.tsv}. */
class OperatorRecordingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    static Stream<String[]> rows() throws IOException {
        try (InputStream in = OperatorRecordingTest.class.getResourceAsStream("recorded-operators.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void a_recorded_operator_or_database_comes_to_what_the_table_says(
            String predicate, String expected, String must, String mustNot) throws IOException {
        Path file = RecordedTest.recording("trackdechets-healthy.json");
        FakeCluster recorded = FakeCluster.recorded(file);
        try (ApiStub stub = ApiStub.answering(request -> answer(recorded, request));
                Clients client = Clients.to(stub.url())) {
            Result result = CheckTester.startingAt(NOW).run(check(client.checks(), predicate.split(" ")));
            boolean conclusive = result.attempts().get(0).outcome().isConclusive();
            assertThat(result.status() + (conclusive ? " for good" : ""))
                    .as(result.message())
                    .isEqualTo(expected);
            assertThat(result.message()).contains(must).doesNotContain(mustNot);
        }
    }

    private static Wire answer(FakeCluster recorded, ApiStub.Request request) {
        if (FakeDiscovery.isAsked(request.path())) {
            FakeCluster.Truth truth = FakeDiscovery.answer(request.path(), recorded, "");
            return Wire.json(truth.code(), truth.body());
        }
        return recorded.answer(request);
    }

    private static Check check(KubernetesChecks checks, String[] words) {
        NamespacedChecks namespace = checks.inNamespace("trackdechets");
        String name = words[1];
        return switch (words[0]) {
            case "certificate" ->
                words.length == 2
                        ? namespace.certificate(name).isReady()
                        : namespace.certificate(name).isValidFor(Duration.parse(words[2]));
            case "cnpg" -> namespace.cnpgCluster(name).isReady(Integer.parseInt(words[2]));
            case "cnpgBackup" -> namespace.cnpgCluster(name).hasBackupNewerThan(Duration.parse(words[2]));
            case "cnpgRetention" -> namespace.cnpgCluster(name).hasRetention(Duration.parse(words[2]));
            case "elasticsearch" -> namespace.elasticsearch(name).isReady();
            case "redis" -> namespace.redisFailover(name).isReady();
            case "psmdb" -> namespace.psmdb(name).isReady();
            case "psmdbReplicaSets" -> namespace.psmdb(name).replicaSetsAreInitialized();
            case "psmdbBackup" -> namespace.psmdb(name).hasBackupNewerThan(Duration.parse(words[2]));
            case "psmdbRetention" -> namespace.psmdb(name).hasRetention(Duration.parse(words[2]));
            case "serves" -> checks.customResourceDefinition(name).serves(words[2]);
            case "resource" ->
                namespace.resource(words[2], words[3], words[4], name).isHealthy();
            case "operator" ->
                checks.operator(
                                name,
                                Arrays.stream(words)
                                        .skip(2)
                                        .map(OperatorRecordingTest::part)
                                        .toArray(OperatorPart[]::new))
                        .isInstalled();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /** A part as {@code type:names}, the names divided by slashes. */
    private static OperatorPart part(String text) {
        String[] names = text.substring(text.indexOf(':') + 1).split("/");
        return switch (text.substring(0, text.indexOf(':'))) {
            case "kind" -> OperatorPart.kinds("v1", names[0]);
            case "deployment" -> OperatorPart.deployment(names[0], names[1], names[2]);
            case "statefulSet" -> OperatorPart.statefulSet(names[0], names[1], names[2]);
            case "webhook" -> OperatorPart.validatingWebhook(names[0]);
            case "class" -> OperatorPart.ingressClass(names[0]);
            default -> throw new IllegalArgumentException(text);
        };
    }
}
