package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatefulSetHealthTest {

    private static final Tree READY = Rule.STATEFUL_SET.healthy();
    private static final Tree POD = Rule.POD
            .healthy()
            .with("/metadata/name", "db-0")
            .with("/metadata/ownerReferences/0/uid", READY.at("/metadata/uid"));

    @Test
    void a_stateful_set_whose_replicas_are_ready_and_of_one_revision_is_healthy() {
        assertHealth(Rule.STATEFUL_SET.judge(READY), HEALTHY, "3 of 3 replicas ready and of one revision");
    }

    @Test
    void too_few_ready_or_available_replicas_are_progressing() {
        assertHealth(Rule.STATEFUL_SET.judge(READY.with("/status/readyReplicas", 2)), PROGRESSING, "2 of 3", "ready");
        assertHealth(
                Rule.STATEFUL_SET.judge(READY.with("/status/availableReplicas", 2)),
                PROGRESSING,
                "2 of 3",
                "available");
    }

    @Test
    void a_stateful_set_that_scales_is_progressing() {
        assertHealth(Rule.STATEFUL_SET.judge(READY.with("/status/replicas", 4)), PROGRESSING, "4 replicas exist");
        assertHealth(Rule.STATEFUL_SET.judge(READY.with("/spec/replicas", 2)), PROGRESSING, "3 replicas exist");
    }

    @Test
    void without_observed_generation_it_is_progressing_even_when_no_generation_is_known() {
        assertHealth(
                Rule.STATEFUL_SET.judge(
                        READY.without("/status/observedGeneration").without("/metadata/generation")),
                PROGRESSING,
                "not observed");
    }

    @Test
    void ready_pods_of_two_revisions_are_progressing() {
        assertHealth(
                Rule.STATEFUL_SET.judge(READY.with("/status/updateRevision", "db-77f")),
                PROGRESSING,
                "db-77f",
                "db-59c");
        assertHealth(
                Rule.STATEFUL_SET.judge(READY.with("/status/updatedReplicas", 1)), PROGRESSING, "1 of 3", "updated");
    }

    @Test
    void a_rolling_update_without_partition_field_compares_revisions_and_current_replicas() {
        Tree bare = READY.with("/spec/updateStrategy/rollingUpdate", Map.of());
        assertHealth(Rule.STATEFUL_SET.judge(bare), HEALTHY);
        assertHealth(Rule.STATEFUL_SET.judge(bare.with("/status/updateRevision", "db-77f")), PROGRESSING, "db-77f");
        assertHealth(
                Rule.STATEFUL_SET.judge(bare.with("/status/currentReplicas", 1)), PROGRESSING, "1 of 3", "current");
        assertHealth(Rule.STATEFUL_SET.judge(READY.with("/status/currentReplicas", 1)), HEALTHY);
    }

    @Test
    void on_delete_still_needs_every_replica_ready() {
        Tree onDelete = READY.with("/spec/updateStrategy", Map.of("type", "OnDelete"));
        assertHealth(Rule.STATEFUL_SET.judge(onDelete.with("/status/readyReplicas", 0)), PROGRESSING, "0 of 3");
    }

    @Test
    void on_delete_with_old_replicas_is_healthy_with_a_note() {
        Tree outdated = READY.with("/spec/updateStrategy", Map.of("type", "OnDelete"))
                .with("/status/updateRevision", "db-77f")
                .without("/status/updatedReplicas");
        assertHealth(Rule.STATEFUL_SET.judge(outdated), HEALTHY, "0 of 3 replicas updated: OnDelete");
        assertHealth(Rule.STATEFUL_SET.judge(outdated.with("/status/updatedReplicas", 3)), HEALTHY, "[]");
    }

    @Test
    void a_partition_wants_only_the_replicas_above_it_updated() {
        Tree canary = READY.with("/spec/updateStrategy/rollingUpdate/partition", 2)
                .with("/status/updateRevision", "db-77f")
                .with("/status/updatedReplicas", 1);
        assertHealth(Rule.STATEFUL_SET.judge(canary), HEALTHY, "partitioned");
        assertHealth(
                Rule.STATEFUL_SET.judge(canary.with("/status/updatedReplicas", 0)),
                PROGRESSING,
                "0 of 1 replicas above partition 2 updated");
    }

    @Test
    void zero_of_zero_is_healthy_and_says_so() {
        Tree zero = READY.with("/spec/replicas", 0)
                .with(
                        "/status",
                        Map.of("observedGeneration", 5, "replicas", 0, "currentRevision", "a", "updateRevision", "a"));
        assertHealth(Rule.STATEFUL_SET.judge(zero), HEALTHY, "scaled to zero");
    }

    @Test
    void a_broken_first_pod_blocks_for_ever_and_only_the_pods_can_say_so() {
        Tree blocked = READY.with("/status/readyReplicas", 0).with("/status/replicas", 1);
        Tree broken = POD.with("/status/phase", "Pending")
                .with("/status/containerStatuses/0/state", Map.of("waiting", Map.of("reason", "ErrImagePull")));
        assertHealth(Rule.STATEFUL_SET.judge(blocked), PROGRESSING, "0 of 3");
        assertHealth(drill(blocked, broken), FAILED, "0 of 3", "pod db-0", "ErrImagePull");
        assertHealth(drill(blocked, broken.with("/metadata/ownerReferences/0/uid", "other")), PROGRESSING, "0 of 3");
    }

    @Test
    void a_pod_that_waits_for_its_volume_is_named() {
        Tree blocked = READY.with("/status/readyReplicas", 0);
        Tree pending = POD.with("/status/phase", "Pending")
                .with("/status/conditions/0/status", "False")
                .with("/status/conditions/0/reason", "Unschedulable")
                .with("/status/conditions/0/message", "pod has unbound immediate PersistentVolumeClaims");
        assertHealth(drill(blocked, pending), FAILED, "pod db-0", "unbound immediate PersistentVolumeClaims");
    }

    private static Health drill(Tree statefulSet, Tree pod) {
        return StatefulSetHealth.of(statefulSet.as(StatefulSet.class), List.of(pod.as(Pod.class)), NOW);
    }
}
