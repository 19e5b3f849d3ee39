package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicaSetHealthTest {

    private static final Tree FULL = Rule.REPLICA_SET.healthy();

    @Test
    void a_replica_set_with_every_replica_available_is_healthy() {
        assertHealth(Rule.REPLICA_SET.judge(FULL), HEALTHY, "3 of 3 replicas available");
    }

    @Test
    void too_few_available_ready_or_labelled_replicas_are_progressing() {
        assertHealth(
                Rule.REPLICA_SET.judge(FULL.with("/status/availableReplicas", 2)), PROGRESSING, "2 of 3", "available");
        assertHealth(Rule.REPLICA_SET.judge(FULL.with("/status/readyReplicas", 2)), PROGRESSING, "2 of 3", "ready");
        assertHealth(
                Rule.REPLICA_SET.judge(FULL.with("/status/fullyLabeledReplicas", 2)),
                PROGRESSING,
                "2 of 3",
                "labelled");
    }

    @Test
    void a_replica_set_that_scales_down_is_progressing() {
        assertHealth(Rule.REPLICA_SET.judge(FULL.with("/status/replicas", 4)), PROGRESSING, "4 replicas exist");
    }

    @Test
    void replicas_that_cannot_be_created_fail_and_with_full_counts_the_condition_is_stale() {
        Tree refused = FULL.with(
                "/status/conditions",
                List.of(Map.of(
                        "type",
                        "ReplicaFailure",
                        "status",
                        "True",
                        "reason",
                        "FailedCreate",
                        "message",
                        "no account")));
        assertHealth(Rule.REPLICA_SET.judge(refused.with("/status/replicas", 0)), FAILED, "FailedCreate: no account");
        assertHealth(Rule.REPLICA_SET.judge(refused), PROGRESSING, "FailedCreate");
    }

    @Test
    void an_old_replica_set_at_zero_is_healthy_and_says_so() {
        Tree old = FULL.with("/spec/replicas", 0).with("/status", Map.of("observedGeneration", 2, "replicas", 0));
        assertHealth(Rule.REPLICA_SET.judge(old), HEALTHY, "scaled to zero");
    }
}
