package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitRangeHealthTest {

    private static final Tree CONSISTENT = Rule.LIMIT_RANGE.healthy();

    @Test
    void a_limit_range_that_does_not_contradict_itself_is_healthy() {
        assertHealth(Rule.LIMIT_RANGE.judge(CONSISTENT), HEALTHY, "1 limits declared");
    }

    @Test
    void a_limit_range_without_an_amount_limits_nothing() {
        assertHealth(Rule.LIMIT_RANGE.judge(CONSISTENT.with("/spec/limits", List.of())), FAILED, "limits nothing");
        assertHealth(
                Rule.LIMIT_RANGE.judge(CONSISTENT.with("/spec/limits", List.of(Map.of("type", "Container")))),
                FAILED,
                "limits nothing");
    }

    @Test
    void a_ratio_is_a_limit_too() {
        Tree ratio = CONSISTENT.with(
                "/spec/limits", List.of(Map.of("type", "Container", "maxLimitRequestRatio", Map.of("cpu", "4"))));
        assertHealth(Rule.LIMIT_RANGE.judge(ratio), HEALTHY);
    }

    @Test
    void a_default_request_above_the_default_fails() {
        assertHealth(
                Rule.LIMIT_RANGE.judge(CONSISTENT.with("/spec/limits/0/defaultRequest/cpu", "600m")),
                FAILED,
                "cpu: defaultRequest 600m is above default 500m");
    }

    @Test
    void bounds_compare_as_numbers_also_across_a_missing_one() {
        assertHealth(Rule.LIMIT_RANGE.judge(CONSISTENT.with("/spec/limits/0/max/cpu", "500m")), HEALTHY);
        assertHealth(
                Rule.LIMIT_RANGE.judge(
                        CONSISTENT.without("/spec/limits/0/default/memory").with("/spec/limits/0/max/memory", "65M")),
                FAILED,
                "memory: defaultRequest 64Mi is above max 65M");
    }

    @Test
    void an_amount_that_is_no_quantity_fails() {
        assertHealth(
                Rule.LIMIT_RANGE.judge(CONSISTENT.with("/spec/limits/0/max/cpu", "much")), FAILED, "not a quantity");
    }
}
