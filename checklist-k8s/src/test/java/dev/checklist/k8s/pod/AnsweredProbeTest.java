package dev.checklist.k8s.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweredProbeTest {
    private static final String SPEC =
            "{containers: [{name: c, readinessProbe: {httpGet: {path: /ready}}}, {name: log}]}";
    private static final String READY = "{phase: Running, conditions: [{type: Ready, status: 'True'}],"
            + " containerStatuses: [{name: c, ready: true}, {name: log, ready: true}]}";
    private static final PodTemplateSpec TEMPLATE = Yaml.template(SPEC);
    private static final Pod ANSWERS = Yaml.pod("a", SPEC, READY);

    private static Outcome outcome(Pod... pods) {
        return AnsweredProbe.of(TEMPLATE, List.of(pods), "/ready");
    }

    @Test
    void every_pod_that_is_ready_by_the_probe_answers_it() {
        assertThat(outcome(ANSWERS, ANSWERS).message()).isEqualTo("2 of 2 pods answer the readiness probe /ready");
    }

    @Test
    void a_template_that_asks_another_path_or_none_fails_for_good() {
        Outcome other = AnsweredProbe.of(TEMPLATE, List.of(ANSWERS), "/health");
        assertThat(other.status()).isEqualTo(Status.FAILED);
        assertThat(other.message()).contains("no container of the template has it: c /ready, log null");
        assertThat(other.isConclusive()).isTrue();
        assertThat(AnsweredProbe.of(null, List.of(ANSWERS), "/ready").status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: c, ready: true}]}",
                "{phase: Running, conditions: [{type: ContainersReady, status: 'True'}], containerStatuses: [{name: c, ready: true}]}",
                "{phase: Running, conditions: [{type: Ready, status: 'True'}], containerStatuses: [{name: c, ready: false}]}",
                "{phase: Running, conditions: [{type: Ready, status: 'True'}], containerStatuses: [{name: log, ready: true}]}",
                "{phase: Running, conditions: [{type: Ready, status: 'True'}]}",
                "{phase: Running, containerStatuses: [{name: c, ready: true}]}",
                "{phase: Pending}"
            })
    void a_pod_that_is_not_ready_by_it_fails(String status) {
        Outcome outcome = outcome(ANSWERS, Yaml.pod("b", SPEC, status));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("1 of 2 pods are not ready by it: b");
        assertThat(outcome.isConclusive()).isFalse();
    }

    @Test
    void a_pod_of_another_probe_or_on_its_way_out_does_not_answer_this_one() {
        assertThat(outcome(Yaml.pod("b", "{containers: [{name: c}]}", READY)).message())
                .contains("not ready by it: b");
        Pod leaving = Yaml.pod("b", SPEC, READY);
        leaving.getMetadata().setDeletionTimestamp("2026-03-01T10:00:00Z");
        assertThat(outcome(leaving).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_native_sidecar_may_be_the_one_that_is_asked() {
        String sidecar =
                "{initContainers: [{name: s, restartPolicy: Always, readinessProbe: {httpGet: {path: /ready}}}],"
                        + " containers: [{name: c}]}";
        String status = "{phase: Running, conditions: [{type: Ready, status: 'True'}],"
                + " initContainerStatuses: [{name: s, ready: true}], containerStatuses: [{name: c, ready: true}]}";
        assertThat(AnsweredProbe.of(Yaml.template(sidecar), List.of(Yaml.pod("p", sidecar, status)), "/ready")
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void no_pod_that_runs_is_no_answer() {
        assertThat(outcome().message()).contains("the newest revision has no running pod");
        assertThat(outcome(Yaml.pod("b", SPEC, "{phase: Failed}")).status()).isEqualTo(Status.FAILED);
    }
}
