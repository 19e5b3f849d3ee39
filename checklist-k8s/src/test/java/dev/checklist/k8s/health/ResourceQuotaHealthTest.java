package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import org.junit.jupiter.api.Test;

class ResourceQuotaHealthTest {

    private static final Tree ROOM = Rule.RESOURCE_QUOTA.healthy();

    @Test
    void a_quota_with_room_for_everything_is_healthy() {
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM), HEALTHY, "3 resources limited, none used up", "[]");
    }

    @Test
    void a_used_up_resource_fails_because_the_next_pod_is_refused() {
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.with("/status/used/pods", "50")), FAILED, "pods: 50 of 50 used");
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.with("/status/used/pods", "60")), FAILED, "pods: 60 of 50 used");
    }

    @Test
    void nine_tenths_used_are_noted() {
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.with("/status/used/pods", "45")), HEALTHY, "[pods: 45 of 50 used]");
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.with("/status/used/pods", "44")), HEALTHY, "[]");
    }

    @Test
    void a_limit_that_is_not_in_force_yet_is_progressing() {
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.with("/spec/hard/pods", "80")), PROGRESSING, "limit of pods");
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.without("/status/hard/pods")), PROGRESSING, "limit of pods");
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.without("/status/used/pods")), PROGRESSING, "limit of pods");
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.without("/status")), PROGRESSING);
    }

    @Test
    void a_limit_that_is_no_quantity_is_unknown() {
        assertHealth(Rule.RESOURCE_QUOTA.judge(ROOM.with("/spec/hard/pods", "many")), UNKNOWN, "limit of pods");
    }

    @Test
    void a_limit_of_zero_forbids_what_no_pod_needs_and_refuses_every_pod_otherwise() {
        assertHealth(Rule.RESOURCE_QUOTA.judge(zero("services.loadbalancers")), HEALTHY, "is forbidden");
        assertHealth(Rule.RESOURCE_QUOTA.judge(zero("count~1widgets.example.org")), HEALTHY, "is forbidden");
        assertHealth(Rule.RESOURCE_QUOTA.judge(zero("pods")), FAILED, "pods: 0 of 0 used");
        assertHealth(Rule.RESOURCE_QUOTA.judge(zero("count~1pods")), FAILED, "count/pods: 0 of 0 used");
        assertHealth(Rule.RESOURCE_QUOTA.judge(zero("requests.cpu")), FAILED, "requests.cpu: 0 of 0 used");
        assertHealth(
                Rule.RESOURCE_QUOTA.judge(
                        zero("services.loadbalancers").with("/status/used/services.loadbalancers", "1")),
                FAILED,
                "1 of 0 used");
    }

    private static Tree zero(String resource) {
        return ROOM.with("/spec/hard/" + resource, "0")
                .with("/status/hard/" + resource, "0")
                .with("/status/used/" + resource, "0");
    }
}
