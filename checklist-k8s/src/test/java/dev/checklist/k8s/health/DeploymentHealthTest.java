package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentHealthTest {

    private static final Tree ROLLED_OUT = Rule.DEPLOYMENT.healthy();
    private static final Tree NEW_POD = Rule.POD.healthy();
    private static final Tree CRASHING = NEW_POD.with("/status/conditions/3/status", "False")
            .with("/status/containerStatuses/0/state", Map.of("waiting", Map.of("reason", "CrashLoopBackOff")));

    @Test
    void a_deployment_with_every_replica_new_and_available_is_healthy() {
        Health health = Rule.DEPLOYMENT.judge(ROLLED_OUT);
        assertHealth(health, HEALTHY, "3 of 3 replicas updated and available");
        assertThat(health.notes()).isEmpty();
    }

    @Test
    void a_rollout_with_old_pods_is_progressing_although_available_is_true() {
        assertHealth(
                Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/status/updatedReplicas", 2)),
                PROGRESSING,
                "2 of 3 replicas updated");
        assertHealth(
                Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/status/replicas", 4)), PROGRESSING, "1 old replicas are left");
    }

    @Test
    void more_replicas_than_wanted_are_progressing() {
        Tree surplus = ROLLED_OUT.with("/status/replicas", 4).with("/status/updatedReplicas", 4);
        assertHealth(Rule.DEPLOYMENT.judge(surplus), PROGRESSING, "4 replicas exist, 3 are wanted");
    }

    @Test
    void ready_is_not_available_while_min_ready_seconds_run() {
        Tree ready = ROLLED_OUT.with("/status/availableReplicas", 1);
        assertHealth(Rule.DEPLOYMENT.judge(ready), PROGRESSING, "1 of 3 updated replicas available");
    }

    @Test
    void ready_replicas_brake_when_present() {
        assertHealth(
                Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/status/readyReplicas", 2)),
                PROGRESSING,
                "2 of 3 replicas ready");
    }

    @Test
    void a_condition_that_is_present_and_not_good_brakes_full_counts() {
        assertHealth(
                Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/status/conditions/0/status", "False")),
                PROGRESSING,
                "Available=False");
        assertHealth(
                Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/status/conditions/0/status", "Unknown")),
                PROGRESSING,
                "Available=Unknown");
        assertHealth(
                Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/status/conditions/1/status", "False")),
                PROGRESSING,
                "Progressing=False");
    }

    @Test
    void an_exceeded_deadline_fails_even_while_paused() {
        Tree late = ROLLED_OUT
                .with("/status/conditions/1/status", "False")
                .with("/status/conditions/1/reason", "ProgressDeadlineExceeded");
        assertHealth(Rule.DEPLOYMENT.judge(late), FAILED, "ProgressDeadlineExceeded");
        assertHealth(Rule.DEPLOYMENT.judge(late.with("/spec/paused", true)), FAILED, "ProgressDeadlineExceeded");
    }

    @Test
    void a_paused_rollout_is_suspended_however_full_its_counts_are() {
        assertHealth(Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/spec/paused", true)), SUSPENDED, "paused");
    }

    @Test
    void replicas_that_cannot_be_created_fail_and_with_full_counts_the_condition_is_stale() {
        Tree refused = ROLLED_OUT.with(
                "/status/conditions/2",
                Map.of("type", "ReplicaFailure", "status", "True", "reason", "FailedCreate", "message", "over quota"));
        assertHealth(
                Rule.DEPLOYMENT.judge(refused.with("/status/replicas", 1)),
                FAILED,
                "1 of 3 replicas exist",
                "FailedCreate: over quota");
        assertHealth(Rule.DEPLOYMENT.judge(refused), PROGRESSING, "FailedCreate");
        assertHealth(Rule.DEPLOYMENT.judge(refused.with("/status/conditions/2/status", "False")), HEALTHY);
    }

    @Test
    void pods_of_the_last_revision_that_still_terminate_are_noted() {
        assertThat(Rule.DEPLOYMENT
                        .judge(ROLLED_OUT.with("/status/terminatingReplicas", 1))
                        .notes())
                .containsExactly("terminating=1");
    }

    @Test
    void zero_of_zero_is_healthy_and_says_so() {
        Tree zero = ROLLED_OUT.with("/spec/replicas", 0).with("/status", Map.of("observedGeneration", 7));
        assertHealth(Rule.DEPLOYMENT.judge(zero), HEALTHY, "scaled to zero");
        assertHealth(Rule.DEPLOYMENT.judge(zero.with("/status/replicas", 1)), PROGRESSING, "1 old replicas are left");
    }

    @Test
    void what_is_wanted_is_the_live_number_of_the_same_read() {
        assertHealth(Rule.DEPLOYMENT.judge(ROLLED_OUT.with("/spec/replicas", 5)), PROGRESSING, "3 of 5");
    }

    @Test
    void a_failed_new_pod_fails_a_rollout_that_has_no_deadline() {
        Tree progressing = ROLLED_OUT.with("/status/availableReplicas", 2).without("/status/conditions");
        Health health = drill(progressing, CRASHING);
        assertHealth(health, FAILED, "2 of 3", "pod shop-7d9-abcde", "CrashLoopBackOff");
        assertThat(health.fields())
                .containsEntry("status.availableReplicas", "2")
                .containsEntry(
                        "pods[shop-7d9-abcde].status.containerStatuses[web].state.waiting.reason", "CrashLoopBackOff");
    }

    @Test
    void a_pod_that_is_waited_for_is_named() {
        Tree progressing = ROLLED_OUT.with("/status/availableReplicas", 2);
        Tree starting = NEW_POD.with("/status/conditions/3/status", "False");
        assertHealth(drill(progressing, NEW_POD, starting), PROGRESSING, "2 of 3", "pod shop-7d9-abcde", "not Ready");
        assertHealth(drill(progressing, NEW_POD), PROGRESSING, "2 of 3");
    }

    @Test
    void of_several_failed_pods_the_first_by_name_is_quoted() {
        Tree progressing = ROLLED_OUT.with("/status/availableReplicas", 1);
        Tree first = CRASHING.with("/metadata/name", "shop-7d9-aaaaa");
        assertHealth(drill(progressing, CRASHING, first), FAILED, "pod shop-7d9-aaaaa");
        assertHealth(drill(progressing, first, CRASHING), FAILED, "pod shop-7d9-aaaaa");
    }

    @Test
    void pods_are_not_asked_unless_the_rollout_of_this_generation_is_progressing() {
        assertHealth(drill(ROLLED_OUT, CRASHING), HEALTHY);
        assertHealth(drill(ROLLED_OUT.with("/spec/paused", true), CRASHING), SUSPENDED);
        assertHealth(drill(ROLLED_OUT.with("/metadata/generation", 8), CRASHING), PROGRESSING, "generation 8");
    }

    @Test
    void only_the_replica_set_of_the_deployments_revision_is_the_newest() {
        Deployment deployment = ROLLED_OUT.as(Deployment.class);
        Tree newest = Rule.REPLICA_SET.healthy();
        Tree older = newest.with("/metadata/name", "shop-6c8")
                .with("/metadata/uid", "older")
                .with("/metadata/annotations/deployment.kubernetes.io~1revision", "3");
        Tree foreign = newest.with("/metadata/name", "other-1").with("/metadata/ownerReferences/0/uid", "other");
        Tree adopted = newest.with("/metadata/name", "loose").without("/metadata/ownerReferences/0/controller");
        List<ReplicaSet> sets = List.of(
                older.as(ReplicaSet.class),
                foreign.as(ReplicaSet.class),
                adopted.as(ReplicaSet.class),
                newest.as(ReplicaSet.class));
        assertThat(NewestReplicaSet.of(deployment, sets))
                .hasValueSatisfying(
                        set -> assertThat(set.getMetadata().getName()).isEqualTo("shop-7d9"));
        assertThat(NewestReplicaSet.of(deployment, sets.subList(0, 3))).isEmpty();
    }

    @Test
    void a_broken_pod_of_an_older_replica_set_does_not_count() {
        Deployment deployment = ROLLED_OUT.with("/status/availableReplicas", 2).as(Deployment.class);
        Pod old = CRASHING.with("/metadata/ownerReferences/0/uid", "older").as(Pod.class);
        Pod mine = CRASHING.as(Pod.class);
        List<ReplicaSet> sets = List.of(Rule.REPLICA_SET.healthy().as(ReplicaSet.class));
        assertThat(NewestReplicaSet.pods(deployment, sets, List.of(old, mine))).containsExactly(mine);
        assertThat(NewestReplicaSet.pods(deployment, List.of(), List.of(old, mine)))
                .isEmpty();
        assertHealth(
                DeploymentHealth.of(deployment, NewestReplicaSet.pods(deployment, sets, List.of(old)), NOW),
                PROGRESSING,
                "2 of 3");
    }

    private static Health drill(Tree deployment, Tree... pods) {
        List<Pod> newest = Arrays.stream(pods).map(pod -> pod.as(Pod.class)).toList();
        return DeploymentHealth.of(deployment.as(Deployment.class), newest, NOW);
    }
}
