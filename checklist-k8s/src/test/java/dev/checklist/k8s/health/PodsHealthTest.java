package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodsHealthTest {

    private static final Tree READY = Rule.POD.healthy();
    private static final Tree STARTING = READY.with("/status/phase", "Pending");
    private static final Tree FAILED_POD =
            READY.with("/metadata/name", "broken").with("/status", Map.of("phase", "Failed", "reason", "Evicted"));

    @Test
    void all_pods_are_healthy_when_each_of_them_is() {
        assertHealth(all(READY, READY), HEALTHY, "2 of 2 pods healthy []");
    }

    @Test
    void what_is_to_be_noted_of_a_healthy_pod_stays_noted() {
        Tree restarted = READY.with("/status/containerStatuses/0/restartCount", 7);
        assertHealth(all(READY, restarted), HEALTHY, "pod shop-7d9-abcde: container web restarted 7 times");
    }

    @Test
    void no_pod_at_all_is_not_healthy() {
        assertHealth(all(), PROGRESSING, "found 0 pods", "at least 1 expected", "namespace and selector");
        assertHealth(PodsHealth.of(pods(READY), 2, pod -> false, NOW), PROGRESSING, "found 1 pods", "at least 2");
    }

    @Test
    void a_list_of_pods_that_are_all_passed_over_is_no_pod_at_all() {
        Tree succeeded = READY.with("/status/phase", "Succeeded");
        Tree ofJob = FAILED_POD.with("/metadata/ownerReferences/0/kind", "Job");
        Tree leaving = READY.with("/metadata/deletionTimestamp", "2026-03-01T12:00:10Z");
        assertHealth(all(succeeded, ofJob, leaving), PROGRESSING, "found 0 pods");
        assertHealth(all(succeeded, ofJob, leaving, READY), HEALTHY, "1 of 1");
    }

    @Test
    void a_pod_that_outlives_its_grace_period_is_not_passed_over() {
        Tree stuck = READY.with("/metadata/deletionTimestamp", "2026-03-01T11:59:59Z");
        assertHealth(all(READY, stuck), PROGRESSING, "1 of 2 pods not healthy", "terminating");
    }

    @Test
    void the_worst_pod_decides_and_is_named() {
        Tree unknown = READY.with("/status/phase", "Unknown");
        Tree gated = STARTING.with("/status/conditions/0/status", "False")
                .with("/status/conditions/0/reason", "SchedulingGated");
        assertHealth(all(READY, STARTING), PROGRESSING, "1 of 2");
        assertHealth(all(READY, STARTING, gated), SUSPENDED);
        assertHealth(all(READY, STARTING, gated, unknown), UNKNOWN);
        assertHealth(all(READY, STARTING, gated, unknown, FAILED_POD), FAILED, "pod broken", "Evicted");
        assertHealth(all(FAILED_POD, FAILED_POD), FAILED, "(and 1 more)");
    }

    @Test
    void a_failed_pod_whose_controller_is_healthy_is_a_leftover_and_noted() {
        assertHealth(
                PodsHealth.of(pods(READY, FAILED_POD), 1, pod -> true, NOW),
                HEALTHY,
                "pod broken is a leftover",
                "Evicted");
        assertHealth(PodsHealth.of(pods(FAILED_POD), 1, pod -> true, NOW), PROGRESSING, "found 0 pods");
    }

    @Test
    void at_least_none_is_refused() {
        assertThatThrownBy(() -> PodsHealth.of(List.of(), 0, pod -> false, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("min")
                .hasMessageContaining("0");
    }

    @Test
    void the_evidence_is_the_number_of_pods_or_the_fields_of_the_pod_that_decided() {
        assertThat(all(READY, READY).fields()).containsExactly(Map.entry("pods", "2"));
        assertThat(all(READY, FAILED_POD).fields())
                .containsEntry("pods[broken].status.phase", "Failed")
                .containsEntry("pods[broken].status.reason", "Evicted");
    }

    private static Health all(Tree... pods) {
        return PodsHealth.of(pods(pods), 1, pod -> false, NOW);
    }

    private static List<Pod> pods(Tree... pods) {
        return Arrays.stream(pods).map(pod -> pod.as(Pod.class)).toList();
    }
}
