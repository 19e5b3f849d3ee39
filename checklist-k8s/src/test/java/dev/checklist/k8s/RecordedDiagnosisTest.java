package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explains what a real API server recorded: the likely cause stands first, in words. Nothing ran, so there are no logs. */
class RecordedDiagnosisTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:40:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rollout-imagepull | s-pull | image 1 cannot be pulled: Back-off pulling image (registry.example.com/web:1)"
                        + " | event Normal SuccessfulCreate at 2026-11-22T01:26:23Z: Created pod",
                "rollout-crashloop | s-crash | container web keeps crashing (CrashLoopBackOff), 7 restarts"
                        + " | waiting: CrashLoopBackOff: back-off 5m0s restarting failed container, 7 restarts",
                "rollout-old-pods-serve | s-oldpods | container web keeps crashing (CrashLoopBackOff), 7 restarts"
                        + " | events: none kept",
                "rollout-quota-blocked | s-quota | the quota is used up, so pods cannot be created: pods"
                        + " | event Warning FailedCreate",
                "rollout-deadline-exceeded | s-deadline | container web runs and is not ready: it has no readiness probe"
                        + " | Running, not Ready"
            })
    void a_recorded_failure_has_its_likely_cause(String file, String namespace, String cause, String row)
            throws IOException {
        Result result = diagnosed(file, namespace);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.diagnosis())
                .singleElement()
                .asString()
                .startsWith("likely cause: " + cause)
                .contains(row);
    }

    private static Result diagnosed(String file, String namespace) throws IOException {
        FakeCluster recorded = FakeCluster.recorded(RecordedTest.recording(file + ".json"));
        try (ApiStub stub = ApiStub.answering(recorded::answer);
                Clients client = Clients.to(stub.url())) {
            Check check =
                    client.checks().inNamespace(namespace).deployment("web").isRolledOut();
            return CheckTester.startingAt(NOW).run(check);
        }
    }
}
