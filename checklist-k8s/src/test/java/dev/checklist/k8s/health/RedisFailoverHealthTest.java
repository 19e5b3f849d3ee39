package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.OperatorSubjects.redis;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisFailoverHealthTest {

    private static final Tree READY = OperatorSubjects.healthy("redisfailover");

    @Test
    void it_has_no_status_so_that_its_workloads_are_judged() {
        assertHealth(redis(READY), HEALTHY, "the master is rfr-cache-1");
        assertHealth(redis(READY.with("/failover/status", Map.of("phase", "Broken"))), HEALTHY);
        assertHealth(redis(READY.without("/redis")), PROGRESSING, "the StatefulSet rfr-cache is absent");
        assertHealth(redis(READY.without("/sentinels")), PROGRESSING, "the Deployment rfs-cache is absent");
        assertHealth(redis(READY.with("/redis/status/readyReplicas", 1)), PROGRESSING, "StatefulSet rfr-cache: 1 of 2");
        assertHealth(redis(READY.with("/sentinels/spec/paused", true)), Health.State.SUSPENDED, "paused");
        assertHealth(redis(READY.with("/sentinels/status/availableReplicas", 2)), PROGRESSING, "2 of 3");
    }

    @Test
    void the_size_is_that_of_the_failover_three_by_default() {
        assertHealth(redis(READY.without("/failover/spec/redis")), PROGRESSING, "has 2 replicas, 3 are wanted");
        assertHealth(
                redis(READY.with("/failover/spec/sentinel/replicas", 5)), PROGRESSING, "has 3 replicas, 5 are wanted");
        assertHealth(redis(READY.with("/failover/spec/redis/replicas", 0)), FAILED, "wants 0 replicas");
    }

    @Test
    void old_pods_count_although_on_delete_leaves_them() {
        assertHealth(redis(READY.with("/redis/status/updatedReplicas", 1)), PROGRESSING, "1 of 2 replicas updated");
        assertHealth(redis(READY.without("/redis/status/updatedReplicas")), PROGRESSING, "0 of 2 replicas updated");
    }

    @Test
    void exactly_one_pod_is_the_master_and_has_sixty_seconds_to_become_it() {
        String role = "/metadata/labels/redisfailovers-role";
        Tree none = READY.with("/pods/1" + role, "slave");
        Tree two = READY.with("/pods/0" + role, "master");
        assertHealth(redis(none), FAILED, "0 of 2 pods are the master");
        assertHealth(redis(two), FAILED, "2 of 2 pods are the master");
        String ready = "/status/conditions/0/lastTransitionTime";
        assertHealth(redis(none.with("/pods/0" + ready, "2026-03-01T11:59:30Z")), PROGRESSING, "0 of 2");
        assertHealth(redis(none.with("/pods/0" + ready, "2026-03-01T11:59:00Z")), FAILED, "0 of 2");
        assertHealth(redis(none.with("/pods", List.of())), FAILED, "0 of 0 pods");
    }

    @Test
    void a_master_of_another_owner_does_not_count() {
        assertHealth(redis(READY.with("/pods/1/metadata/ownerReferences/0/uid", "other")), FAILED, "0 of 1 pods");
    }

    @Test
    void one_that_bootstraps_has_no_master_and_perhaps_no_sentinels() {
        Tree bootstrap = READY.with("/failover/spec/bootstrapNode", Map.of("host", "10.0.0.9"))
                .with("/pods/1/metadata/labels/redisfailovers-role", "slave");
        assertHealth(redis(bootstrap.without("/sentinels")), HEALTHY, "bootstraps");
        assertHealth(
                redis(bootstrap.without("/sentinels").with("/failover/spec/bootstrapNode/allowSentinels", true)),
                PROGRESSING,
                "rfs-cache is absent");
        assertHealth(redis(bootstrap.with("/redis/status/readyReplicas", 1)), PROGRESSING, "1 of 2");
    }

    @Test
    void one_that_is_being_deleted_is_terminating() {
        assertHealth(
                redis(READY.with("/failover/metadata/deletionTimestamp", "2026-03-01T12:00:30Z")),
                PROGRESSING,
                "terminating");
    }
}
