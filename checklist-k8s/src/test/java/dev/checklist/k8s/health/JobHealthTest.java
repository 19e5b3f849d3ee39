package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobHealthTest {

    private static final Tree COMPLETE = Rule.JOB.healthy();
    private static final Tree RUNNING = COMPLETE.with("/status", Map.of("active", 1));
    private static final Tree POD = Rule.POD
            .healthy()
            .with("/metadata/ownerReferences/0/kind", "Job")
            .with("/metadata/ownerReferences/0/uid", COMPLETE.at("/metadata/uid"))
            .with("/status/conditions/3/status", "False");

    @Test
    void a_complete_job_is_healthy() {
        assertHealth(Rule.JOB.judge(COMPLETE), HEALTHY, "Complete at 2026-03-01T10:01:00Z");
    }

    @Test
    void a_job_that_started_is_not_done() {
        assertHealth(Rule.JOB.judge(RUNNING), PROGRESSING, "1 pods active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "FailureTarget"})
    void a_failed_job_is_failed_with_its_reason(String type) {
        Tree failed = RUNNING.with(
                "/status/conditions",
                List.of(Map.of("type", type, "status", "True", "reason", "BackoffLimitExceeded", "message", "tried")));
        assertHealth(Rule.JOB.judge(failed), FAILED, type, "BackoffLimitExceeded: tried");
    }

    @Test
    void failed_pods_before_the_backoff_limit_are_no_failure() {
        assertHealth(Rule.JOB.judge(RUNNING.with("/status/failed", 2)), PROGRESSING, "2 failed so far");
    }

    @Test
    void as_many_successes_as_completions_are_no_completion() {
        assertHealth(Rule.JOB.judge(COMPLETE.without("/status/conditions/1")), PROGRESSING, "1 succeeded");
        assertHealth(Rule.JOB.judge(COMPLETE.without("/status/conditions")), PROGRESSING, "1 succeeded");
    }

    @Test
    void a_work_queue_without_completions_is_judged_by_its_conditions() {
        assertHealth(Rule.JOB.judge(COMPLETE.without("/spec/completions").without("/status/succeeded")), HEALTHY);
    }

    @Test
    void a_job_is_suspended_when_both_the_wish_and_the_condition_say_so() {
        Tree held = RUNNING.with("/spec/suspend", true)
                .with("/status/conditions", List.of(Map.of("type", "Suspended", "status", "True")));
        assertHealth(Rule.JOB.judge(held), SUSPENDED);
        assertHealth(Rule.JOB.judge(held.with("/spec/suspend", false)), PROGRESSING);
        assertHealth(Rule.JOB.judge(held.with("/status/conditions/0/status", "False")), PROGRESSING);
    }

    @Test
    void a_pod_that_cannot_start_hangs_the_job_because_it_uses_up_no_backoff() {
        Tree stuck = POD.with("/status/phase", "Pending")
                .with("/status/containerStatuses/0/state", Map.of("waiting", Map.of("reason", "ImagePullBackOff")));
        assertHealth(drill(RUNNING, stuck), FAILED, "not complete", "ImagePullBackOff");
        assertHealth(drill(RUNNING, stuck.with("/metadata/ownerReferences/0/uid", "other")), PROGRESSING);
        assertHealth(drill(COMPLETE, stuck), HEALTHY);
        assertHealth(drill(RUNNING, POD), PROGRESSING, "not complete", "pod shop-7d9-abcde", "not Ready");
        assertHealth(
                drill(RUNNING.with("/metadata/deletionTimestamp", "2026-03-01T12:00:00Z"), stuck),
                PROGRESSING,
                "terminating");
    }

    @Test
    void a_pod_that_crashes_or_failed_is_left_to_the_backoff_limit() {
        Tree crashing = POD.with("/status/containerStatuses/0/restartCount", 3)
                .with("/status/containerStatuses/0/state", Map.of("waiting", Map.of("reason", "CrashLoopBackOff")));
        assertHealth(drill(RUNNING, crashing), PROGRESSING, "not complete");
        assertHealth(drill(RUNNING, POD.with("/status/phase", "Failed")), PROGRESSING, "not complete");
    }

    private static Health drill(Tree job, Tree pod) {
        return JobHealth.of(job.as(Job.class), List.of(pod.as(Pod.class)), NOW);
    }
}
