package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What "is rolled out" asks of a set that is healthy with pods of the old revision. */
class RolledOutTest {
    private static final Tree STATEFUL = Rule.STATEFUL_SET.healthy();
    private static final Tree DAEMON = Rule.DAEMON_SET.healthy();
    private static final Tree ON_DELETE = STATEFUL.with("/spec/updateStrategy", Map.of("type", "OnDelete"));
    private static final Tree PARTITIONED = STATEFUL.with("/spec/updateStrategy/rollingUpdate/partition", 1);

    private static Health rolledOut(Tree tree, boolean allowingPartition) {
        StatefulSet set = tree.as(StatefulSet.class);
        return Rollout.of(set, StatefulSetHealth.of(set, NOW), allowingPartition);
    }

    private static Health rolledOut(Tree tree) {
        DaemonSet set = tree.as(DaemonSet.class);
        return Rollout.of(set, DaemonSetHealth.of(set, NOW));
    }

    @Test
    void a_set_whose_pods_are_all_of_the_newest_revision_is_rolled_out() {
        assertHealth(rolledOut(STATEFUL, false), HEALTHY);
        assertHealth(rolledOut(ON_DELETE, false), HEALTHY);
        assertHealth(rolledOut(DAEMON), HEALTHY);
    }

    @Test
    void on_delete_is_healthy_with_old_pods_and_not_rolled_out() {
        Tree outdated = ON_DELETE.with("/status/updatedReplicas", 0);
        assertHealth(Rule.STATEFUL_SET.judge(outdated), HEALTHY);
        assertHealth(rolledOut(outdated, false), PROGRESSING, "0 of 3 pods", "OnDelete", "until somebody deletes it");
        assertThat(rolledOut(outdated, false).fields()).containsEntry("status.updatedReplicas", "0");
    }

    @Test
    void on_delete_keeps_two_revisions_for_ever_after_every_pod_was_replaced() {
        Tree replaced = ON_DELETE.with("/status/currentRevision", "db-old");
        assertHealth(rolledOut(replaced, false), HEALTHY);
    }

    @Test
    void a_missing_count_of_updated_replicas_is_zero() {
        assertHealth(rolledOut(ON_DELETE.without("/status/updatedReplicas"), false), PROGRESSING, "0 of 3 pods");
        assertHealth(rolledOut(STATEFUL.without("/status/updatedReplicas"), false), PROGRESSING, "0 of 3 pods");
    }

    @Test
    void a_partition_is_not_rolled_out_unless_it_is_allowed() {
        assertHealth(Rule.STATEFUL_SET.judge(PARTITIONED), HEALTHY);
        assertHealth(rolledOut(PARTITIONED, false), FAILED, "a partition holds the update back", "below 1");
        assertHealth(rolledOut(PARTITIONED, true), HEALTHY);
        Tree held = PARTITIONED.with("/status/updatedReplicas", 2);
        assertHealth(rolledOut(held, false), FAILED);
        assertHealth(rolledOut(held, true), HEALTHY);
        assertHealth(rolledOut(PARTITIONED.with("/status/updatedReplicas", 1), true), PROGRESSING, "1 of 2 replicas");
    }

    @Test
    void a_partition_left_over_beside_on_delete_decides_nothing() {
        Tree both = PARTITIONED.with("/spec/updateStrategy/type", "OnDelete");
        assertHealth(rolledOut(both, false), HEALTHY);
        assertHealth(rolledOut(both.with("/status/updatedReplicas", 2), true), PROGRESSING, "2 of 3 pods");
    }

    @Test
    void a_daemon_set_on_delete_with_old_pods_is_not_rolled_out() {
        Tree outdated = DAEMON.with("/spec/updateStrategy", Map.of("type", "OnDelete"))
                .without("/status/updatedNumberScheduled");
        assertHealth(Rule.DAEMON_SET.judge(outdated), HEALTHY);
        assertHealth(rolledOut(outdated), PROGRESSING, "0 of ", "of the newest revision: with OnDelete");
    }

    @Test
    void what_is_not_healthy_stays_as_it_is() {
        Tree unready = STATEFUL.with("/status/readyReplicas", 1);
        assertHealth(rolledOut(unready, true), PROGRESSING, "1 of 3 replicas ready");
        assertHealth(rolledOut(DAEMON.with("/status/numberAvailable", 0)), PROGRESSING, "pods available");
    }

    @Test
    void what_wants_no_pod_is_healthy_and_runs_nothing() {
        Health health = Rule.STATEFUL_SET.judge(STATEFUL);
        assertHealth(AtLeastOne.replica(null, health), HEALTHY);
        assertHealth(AtLeastOne.replica(1, health), HEALTHY);
        assertHealth(AtLeastOne.replica(0, health), FAILED, "scaled to zero");
        assertHealth(AtLeastOne.node(1, health), HEALTHY);
        assertHealth(AtLeastOne.node(0, health), PROGRESSING, "matches no node");
        assertHealth(AtLeastOne.node(null, health), PROGRESSING, "matches no node");
        Health unready = Rule.STATEFUL_SET.judge(STATEFUL.with("/status/readyReplicas", 1));
        assertThat(AtLeastOne.replica(0, unready)).isEqualTo(unready);
    }
}
