package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeHealthTest {

    private static final Tree READY = Rule.NODE.healthy();

    @Test
    void a_ready_node_under_no_pressure_is_healthy() {
        assertHealth(Rule.NODE.judge(READY), HEALTHY, "Ready", "[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"False", "Unknown"})
    void a_node_that_is_not_ready_or_silent_is_failed(String status) {
        Tree down = READY.with("/status/conditions/4/status", status)
                .with("/status/conditions/4/reason", "NodeStatusUnknown");
        assertHealth(Rule.NODE.judge(down), FAILED, "Ready=" + status, "NodeStatusUnknown");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_node_under_pressure_is_failed(int condition) {
        Tree pressed = READY.with("/status/conditions/" + condition + "/status", "True");
        String type = (String) READY.at("/status/conditions/" + condition + "/type");
        assertHealth(Rule.NODE.judge(pressed), FAILED, type + "=True");
    }

    @Test
    void a_cordoned_node_is_healthy_with_a_note() {
        assertHealth(Rule.NODE.judge(READY.with("/spec/unschedulable", true)), HEALTHY, "unschedulable");
    }
}
