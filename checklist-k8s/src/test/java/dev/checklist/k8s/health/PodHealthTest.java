package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodHealthTest {

    private static final Tree READY = Rule.POD.healthy();
    private static final Tree NOT_READY = READY.with("/status/conditions/3/status", "False");
    private static final Tree PENDING = NOT_READY.with("/status/phase", "Pending");
    private static final Tree UNSCHEDULABLE = PENDING.with("/status/conditions/0/status", "False")
            .with("/status/conditions/0/reason", "Unschedulable")
            .with("/status/conditions/0/message", "0/3 nodes are available")
            .with("/status/conditions/0/lastTransitionTime", "2026-03-01T11:59:00Z");

    @Test
    void a_pod_that_is_running_and_ready_is_healthy() {
        Health health = Rule.POD.judge(READY);
        assertHealth(health, HEALTHY, "Running and Ready");
        assertThat(health.notes()).isEmpty();
    }

    @Test
    void a_pod_that_succeeded_is_completed_and_healthy() {
        assertHealth(Rule.POD.judge(NOT_READY.with("/status/phase", "Succeeded")), HEALTHY, "completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Evicted",
                "NodeShutdown",
                "Terminated",
                "Preempted",
                "DeadlineExceeded",
                "UnexpectedAdmissionError",
                "OutOfcpu",
                "NodeAffinity"
            })
    void a_failed_pod_is_failed_with_the_reason_that_the_node_gave(String reason) {
        Tree failed = NOT_READY.with("/status/phase", "Failed").with("/status/reason", reason);
        assertHealth(Rule.POD.judge(failed.with("/status/message", "no room")), FAILED, reason, "no room");
    }

    @Test
    void a_failed_pod_without_reason_is_failed_with_its_first_bad_exit() {
        Tree failed = NOT_READY
                .with("/status/phase", "Failed")
                .with("/status/containerStatuses/0/state", terminated(137, "OOMKilled"));
        assertHealth(Rule.POD.judge(failed), FAILED, "container web ended with exit code 137 OOMKilled");
        assertHealth(Rule.POD.judge(NOT_READY.with("/status/phase", "Failed")), FAILED, "no reason given");
    }

    @Test
    void a_pod_whose_node_is_silent_is_unknown() {
        assertHealth(Rule.POD.judge(READY.with("/status/phase", "Unknown")), UNKNOWN, "does not report");
    }

    @Test
    void a_pod_without_phase_is_progressing() {
        assertHealth(Rule.POD.judge(READY.without("/status")), PROGRESSING, "no phase");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CrashLoopBackOff",
                "ImagePullBackOff",
                "ErrImagePull",
                "ErrImageNeverPull",
                "InvalidImageName",
                "ImageInspectError",
                "RegistryUnavailable",
                "SignatureValidationFailed",
                "CreateContainerConfigError",
                "CreateContainerError",
                "RunContainerError",
                "StartError",
                "PreStartHookError",
                "PostStartHookError"
            })
    void a_container_that_waits_for_a_bad_reason_fails_the_pod_in_either_phase_init_containers_too(String reason) {
        Map<String, Object> waiting = Map.of("waiting", Map.of("reason", reason, "message", "what the kubelet said"));
        for (Tree pod : List.of(NOT_READY, PENDING, READY)) {
            assertHealth(
                    Rule.POD.judge(pod.with("/status/containerStatuses/0/state", waiting)),
                    FAILED,
                    "container web waits: " + reason,
                    "what the kubelet said");
            assertHealth(
                    Rule.POD.judge(pod.with("/status/initContainerStatuses/0/state", waiting)),
                    FAILED,
                    "container migrate waits: " + reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ContainerCreating", "PodInitializing", "SomethingNew"})
    void a_container_that_waits_for_another_reason_is_progressing(String reason) {
        Tree pod = PENDING.with("/status/containerStatuses/0/state", Map.of("waiting", Map.of("reason", reason)));
        assertHealth(Rule.POD.judge(pod), PROGRESSING, "waiting: web: " + reason + " [");
        Map<String, Object> second = Map.of("name", "second", "state", Map.of("running", Map.of()));
        assertHealth(
                Rule.POD.judge(pod.with("/status/containerStatuses/1", second)),
                PROGRESSING,
                "waiting: web: " + reason + " [");
    }

    @Test
    void between_two_crashes_a_container_that_runs_again_is_still_crashing() {
        Tree crashed = NOT_READY
                .with("/status/containerStatuses/0/restartCount", 2)
                .with("/status/containerStatuses/0/lastState", terminated(1, "Error"));
        assertHealth(Rule.POD.judge(crashed), FAILED, "container web restarted 2 times, last exit code 1 Error");
        assertHealth(
                Rule.POD.judge(crashed.with("/status/containerStatuses/0/state", terminated(1, "Error"))
                        .without("/status/containerStatuses/0/lastState")),
                FAILED,
                "restarted 2 times");
    }

    @Test
    void one_crash_or_clean_exits_are_no_crash_loop() {
        Tree once = NOT_READY
                .with("/status/containerStatuses/0/restartCount", 1)
                .with("/status/containerStatuses/0/lastState", terminated(1, "Error"));
        assertHealth(Rule.POD.judge(once), PROGRESSING);
        Tree clean = NOT_READY
                .with("/status/containerStatuses/0/restartCount", 9)
                .with("/status/containerStatuses/0/lastState", terminated(0, "Completed"));
        assertHealth(Rule.POD.judge(clean), PROGRESSING);
    }

    @Test
    void one_of_one_is_not_ready_while_a_readiness_gate_is_closed() {
        Tree gated = NOT_READY.with("/spec/readinessGates", List.of(Map.of("conditionType", "example.org/lb")));
        assertHealth(Rule.POD.judge(gated), PROGRESSING, "readiness gates are not: example.org/lb");
        Tree oneOpen = gated.with("/spec/readinessGates/1", Map.of("conditionType", "PodScheduled"));
        assertHealth(Rule.POD.judge(oneOpen), PROGRESSING, "readiness gates are not: example.org/lb [");
        Tree containerToo = gated.with("/status/containerStatuses/0/ready", false);
        assertThat(Rule.POD.judge(containerToo).reason()).doesNotContain("gate");
    }

    @Test
    void a_pod_that_is_not_ready_says_what_the_kubelet_said() {
        Tree pod = NOT_READY
                .with("/status/containerStatuses/0/ready", false)
                .with("/status/conditions/3/reason", "ContainersNotReady")
                .with("/status/conditions/3/message", "containers with unready status: [web]");
        assertHealth(Rule.POD.judge(pod), PROGRESSING, "ContainersNotReady: containers with unready status: [web]");
    }

    @Test
    void a_pod_that_no_node_takes_fails_after_sixty_seconds() {
        Instant sixty = Instant.parse("2026-03-01T12:00:00Z");
        assertHealth(Rule.POD.judge(UNSCHEDULABLE, sixty), PROGRESSING, "0/3 nodes are available");
        assertHealth(Rule.POD.judge(UNSCHEDULABLE, sixty.plusSeconds(1)), FAILED, "0/3 nodes are available");
    }

    @Test
    void the_age_of_an_unschedulable_pod_is_that_of_the_pod_when_the_condition_has_none() {
        Tree ageless = UNSCHEDULABLE.without("/status/conditions/0/lastTransitionTime");
        assertHealth(Rule.POD.judge(ageless, Instant.parse("2026-03-01T10:01:00Z")), PROGRESSING);
        assertHealth(Rule.POD.judge(ageless, Instant.parse("2026-03-01T10:01:01Z")), FAILED);
    }

    @Test
    void an_unschedulable_pod_of_unknown_age_is_failed() {
        Tree ageless =
                UNSCHEDULABLE.without("/status/conditions/0/lastTransitionTime").without("/metadata/creationTimestamp");
        assertHealth(Rule.POD.judge(ageless), FAILED);
    }

    @Test
    void a_pod_behind_a_scheduling_gate_is_suspended() {
        Tree gated = UNSCHEDULABLE.with("/status/conditions/0/reason", "SchedulingGated");
        assertHealth(Rule.POD.judge(gated), SUSPENDED, "SchedulingGated");
    }

    @Test
    void a_pod_that_is_not_scheduled_for_another_reason_is_progressing() {
        Tree waiting = UNSCHEDULABLE.with("/status/conditions/0/reason", "SchedulerError");
        assertHealth(Rule.POD.judge(waiting), PROGRESSING, "SchedulerError");
    }

    @Test
    void a_running_native_sidecar_is_not_called_initialising_whatever_its_position() {
        Tree sidecarFirst = PENDING.with(
                        "/status/initContainerStatuses",
                        List.of(
                                PENDING.at("/status/initContainerStatuses/1"),
                                PENDING.at("/status/initContainerStatuses/0")))
                .with("/status/containerStatuses/0/state", Map.of("waiting", Map.of("reason", "PodInitializing")));
        assertHealth(Rule.POD.judge(sidecarFirst), PROGRESSING, "waiting: web: PodInitializing");
        Tree notStarted = sidecarFirst.with("/status/initContainerStatuses/0/started", false);
        assertHealth(Rule.POD.judge(notStarted), PROGRESSING, "init container proxy has not started");
    }

    @Test
    void an_init_container_that_has_not_finished_is_named() {
        Tree pod = PENDING.with("/status/initContainerStatuses/0/state", Map.of("running", Map.of()));
        assertHealth(Rule.POD.judge(pod), PROGRESSING, "init container migrate has not finished");
    }

    @Test
    void a_ready_pod_that_restarted_often_or_ran_out_of_memory_is_healthy_with_a_note() {
        Tree restarted = READY.with("/status/containerStatuses/0/restartCount", 6)
                .with("/status/containerStatuses/0/lastState", terminated(137, "OOMKilled"));
        assertHealth(Rule.POD.judge(restarted), HEALTHY, "web restarted 6 times", "web was OOMKilled before");
        assertThat(Rule.POD
                        .judge(READY.with("/status/containerStatuses/0/restartCount", 5))
                        .notes())
                .isEmpty();
    }

    private static Map<String, Object> terminated(int exitCode, String reason) {
        return Map.of("terminated", Map.of("exitCode", exitCode, "reason", reason));
    }
}
