package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PodDisruptionBudgetHealthTest {

    private static final Tree OBSERVED = Rule.POD_DISRUPTION_BUDGET.healthy();

    @Test
    void a_budget_that_the_controller_counts_for_is_healthy() {
        assertHealth(Rule.POD_DISRUPTION_BUDGET.judge(OBSERVED), HEALTHY, "1 disruptions allowed");
    }

    @Test
    void a_budget_without_room_is_legitimate_and_noted() {
        Tree tight = OBSERVED.with("/status/conditions/0/status", "False")
                .with("/status/conditions/0/reason", "InsufficientPods")
                .with("/status/currentHealthy", 1)
                .without("/status/disruptionsAllowed");
        assertHealth(Rule.POD_DISRUPTION_BUDGET.judge(tight), HEALTHY, "0 disruptions allowed", "1 healthy, 2 needed");
    }

    @Test
    void a_budget_that_cannot_be_counted_is_failed_beside_any_other_condition() {
        Map<String, Object> failed = Map.of("type", "DisruptionAllowed", "status", "False", "reason", "SyncFailed");
        assertHealth(
                Rule.POD_DISRUPTION_BUDGET.judge(OBSERVED.with("/status/conditions/0", failed)), FAILED, "SyncFailed");
        assertHealth(
                Rule.POD_DISRUPTION_BUDGET.judge(OBSERVED.with("/status/conditions/1", failed)), FAILED, "SyncFailed");
    }

    @Test
    void a_budget_that_is_not_observed_is_progressing() {
        assertHealth(Rule.POD_DISRUPTION_BUDGET.judge(OBSERVED.without("/status")), PROGRESSING);
        assertHealth(
                Rule.POD_DISRUPTION_BUDGET.judge(OBSERVED.without("/status").without("/metadata/generation")),
                PROGRESSING,
                "not observed");
    }

    @Test
    void a_budget_for_no_pod_is_noted() {
        assertHealth(
                Rule.POD_DISRUPTION_BUDGET.judge(OBSERVED.with("/status/expectedPods", 0)), HEALTHY, "matches no pod");
    }
}
