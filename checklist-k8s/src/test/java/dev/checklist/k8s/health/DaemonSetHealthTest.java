package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaemonSetHealthTest {

    private static final Tree EVERYWHERE = Rule.DAEMON_SET.healthy();

    @Test
    void a_daemon_set_with_a_new_and_available_pod_everywhere_is_healthy() {
        assertHealth(Rule.DAEMON_SET.judge(EVERYWHERE), HEALTHY, "4 of 4 pods available []");
    }

    @Test
    void nodes_that_were_not_counted_yet_are_not_zero_nodes() {
        assertHealth(
                Rule.DAEMON_SET.judge(EVERYWHERE.without("/status/desiredNumberScheduled")),
                PROGRESSING,
                "not counted the nodes");
    }

    @Test
    void too_few_pods_in_any_count_are_progressing() {
        for (String counter :
                List.of("numberAvailable", "numberReady", "currentNumberScheduled", "updatedNumberScheduled")) {
            assertHealth(Rule.DAEMON_SET.judge(EVERYWHERE.with("/status/" + counter, 3)), PROGRESSING, "3 of 4");
        }
    }

    @Test
    void on_delete_wants_every_pod_available_and_notes_the_old_ones() {
        Tree onDelete = EVERYWHERE
                .with("/spec/updateStrategy", Map.of("type", "OnDelete"))
                .without("/status/updatedNumberScheduled");
        assertHealth(Rule.DAEMON_SET.judge(onDelete), HEALTHY, "0 of 4 pods updated: OnDelete");
        assertHealth(Rule.DAEMON_SET.judge(onDelete.with("/status/numberAvailable", 0)), PROGRESSING, "0 of 4");
    }

    @Test
    void a_set_that_matches_no_node_is_healthy_and_says_so() {
        Tree none = EVERYWHERE.with("/status", Map.of("observedGeneration", 3, "desiredNumberScheduled", 0));
        assertHealth(Rule.DAEMON_SET.judge(none), HEALTHY, "matches no node");
    }

    @Test
    void pods_on_nodes_that_should_have_none_are_noted() {
        assertHealth(
                Rule.DAEMON_SET.judge(EVERYWHERE.with("/status/numberMisscheduled", 2)), HEALTHY, "misscheduled=2");
    }

    @Test
    void the_node_that_keeps_it_progressing_is_named() {
        Tree less = EVERYWHERE.with("/status/numberAvailable", 3);
        Tree pod = Rule.POD
                .healthy()
                .with("/metadata/name", "agent-x")
                .with("/metadata/ownerReferences/0/uid", EVERYWHERE.at("/metadata/uid"))
                .with("/status/conditions/3/status", "False");
        assertHealth(drill(less, pod), PROGRESSING, "3 of 4", "pod agent-x on node node-a");
    }

    @Test
    void a_pod_that_a_full_node_rejected_fails() {
        Tree less = EVERYWHERE.with("/status/numberAvailable", 3);
        Tree rejected = Rule.POD
                .healthy()
                .with("/metadata/ownerReferences/0/uid", EVERYWHERE.at("/metadata/uid"))
                .with(
                        "/status",
                        Map.of("phase", "Failed", "reason", "OutOfcpu", "message", "Node didn't have enough cpu"));
        assertHealth(drill(less, rejected), FAILED, "OutOfcpu", "node-a");
    }

    private static Health drill(Tree daemonSet, Tree pod) {
        return DaemonSetHealth.of(daemonSet.as(DaemonSet.class), List.of(pod.as(Pod.class)), NOW);
    }
}
