package dev.checklist.k8s.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final String SPEC = "{initContainers: [{name: init}], containers: [{name: c}]}";

    private static Pod pod(int init, int app) {
        return Yaml.pod(
                "p",
                SPEC,
                "{phase: Running, initContainerStatuses: [{name: init, restartCount: " + init
                        + "}], containerStatuses: [{name: c, restartCount: " + app + "}]}");
    }

    private static Outcome outcome(Pod... pods) {
        return Restarts.of(List.of(pods), 3);
    }

    @Test
    void fewer_restarts_than_the_limit_pass_and_show_the_most() {
        Outcome outcome = outcome(pod(0, 2), pod(1, 0));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.evidence()).containsEntry("restarts", "2");
    }

    @Test
    void as_many_restarts_as_the_limit_fail_also_of_an_init_container() {
        assertThat(outcome(pod(0, 3)).message())
                .isEqualTo("expected less than 3 restarts of every container but found c of the pod p 3");
        assertThat(outcome(pod(0, 0), pod(4, 0)).message()).endsWith("found init of the pod p 4");
    }

    @Test
    void a_container_without_a_status_or_a_count_does_not_pass() {
        Pod silent = Yaml.pod("p", SPEC, "{phase: Pending}");
        assertThat(outcome(silent).status()).isEqualTo(Status.FAILED);
        assertThat(outcome(silent).message())
                .contains("no status is reported yet for init of the pod p, c of the pod p");
        Pod uncounted = Yaml.pod(
                "p", "{containers: [{name: c}]}", "{phase: Running, containerStatuses: [{name: c, ready: true}]}");
        assertThat(outcome(uncounted).status()).isEqualTo(Status.ERROR);
        assertThat(outcome(uncounted).message()).contains("reports no count for c of the pod p");
        assertThat(outcome(pod(0, 9), uncounted).status()).isEqualTo(Status.FAILED);
        assertThat(outcome(Yaml.pod(
                                "p",
                                "{containers: [{name: c}]}",
                                "{phase: Running, containerStatuses: [{name: d, restartCount: 0}]}"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void no_pod_that_runs_is_no_good_sign() {
        assertThat(outcome().message()).contains("found no running pod");
        assertThat(outcome(Yaml.pod("p", SPEC, "{phase: Failed}")).message()).contains("found no running pod");
        assertThat(outcome(Yaml.pod("p", "{}", "{phase: Running}")).status()).isEqualTo(Status.FAILED);
    }
}
