package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizontalPodAutoscalerHealthTest {

    private static final Tree SCALING = Rule.HORIZONTAL_POD_AUTOSCALER.healthy();

    @Test
    void an_autoscaler_that_can_scale_and_reads_metrics_is_healthy() {
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(SCALING), HEALTHY, "able to scale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FailedGetScale", "FailedUpdateScale"})
    void an_autoscaler_that_cannot_scale_its_target_fails(String reason) {
        assertHealth(
                Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(0, "False", reason)), FAILED, "AbleToScale=False", reason);
    }

    @Test
    void a_reason_counts_together_with_its_status() {
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(0, "True", "FailedGetScale")), HEALTHY);
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(1, "True", "FailedGetResourceMetric")), HEALTHY);
    }

    @Test
    void an_autoscaler_that_is_not_able_for_another_reason_is_progressing() {
        assertHealth(
                Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(0, "False", "BackoffBoth")),
                PROGRESSING,
                "AbleToScale=False",
                "BackoffBoth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FailedGetContainerResourceMetric",
                "InvalidMetricSourceType",
                "AmbiguousSelector",
                "SomethingNobodyListed"
            })
    void able_to_scale_alone_is_not_enough_when_scaling_is_not_active(String reason) {
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(1, "False", reason)), FAILED, reason);
    }

    @Test
    void scaling_that_is_not_active_fails_even_where_scaling_is_backed_off() {
        assertHealth(
                Rule.HORIZONTAL_POD_AUTOSCALER.judge(
                        with(1, "False", "InvalidSelector").with("/status/conditions/0/status", "False")),
                FAILED,
                "InvalidSelector");
    }

    @Test
    void metrics_may_be_missing_for_three_minutes() {
        Tree missing = with(1, "False", "FailedGetResourceMetric")
                .with("/status/conditions/1/lastTransitionTime", "2026-03-01T11:57:00Z");
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(missing), PROGRESSING, "FailedGetResourceMetric");
        assertHealth(
                Rule.HORIZONTAL_POD_AUTOSCALER.judge(missing, NOW.plusSeconds(1)), FAILED, "FailedGetResourceMetric");
        assertHealth(
                Rule.HORIZONTAL_POD_AUTOSCALER.judge(missing.without("/status/conditions/1/lastTransitionTime")),
                FAILED);
    }

    @Test
    void a_target_at_zero_suspends_the_autoscaler() {
        assertHealth(
                Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(1, "False", "ScalingDisabled")), SUSPENDED, "scaled to zero");
    }

    @Test
    void an_autoscaler_without_conditions_is_progressing() {
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(SCALING.without("/status/conditions")), PROGRESSING);
        assertHealth(
                Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(1, "Unknown", "Starting")),
                PROGRESSING,
                "ScalingActive=Unknown");
    }

    @Test
    void an_autoscaler_at_its_maximum_has_no_headroom_and_at_its_minimum_is_fine() {
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(2, "True", "TooManyReplicas")), HEALTHY, "no headroom");
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(with(2, "True", "TooFewReplicas")), HEALTHY, "[]");
    }

    @Test
    void a_working_autoscaler_reads_a_value_and_keeps_its_bounds() {
        assertHealth(working(SCALING), HEALTHY, "3 replicas, between 2 and 6");
        assertHealth(working(SCALING.with("/status/currentReplicas", 2)), HEALTHY, "2 replicas");
        assertHealth(working(SCALING.with("/status/currentReplicas", 6)), HEALTHY, "6 replicas");
        assertHealth(working(SCALING.with("/status/currentReplicas", 1)), PROGRESSING, "1 replicas");
        assertHealth(working(SCALING.with("/status/currentReplicas", 7)), PROGRESSING, "7 replicas");
        assertHealth(working(SCALING.without("/status/currentMetrics")), PROGRESSING, "no current metric");
        assertHealth(
                working(SCALING.with("/status/currentMetrics", List.of(Map.of("type", "")))),
                PROGRESSING,
                "no current metric");
        assertHealth(working(with(1, "False", "InvalidSelector")), FAILED);
    }

    @Test
    void a_working_autoscaler_says_that_scaling_is_active() {
        Tree silent = SCALING.without("/status/conditions/1");
        assertHealth(Rule.HORIZONTAL_POD_AUTOSCALER.judge(silent), HEALTHY, "ScalingActive is not reported");
        assertHealth(working(silent), PROGRESSING, "ScalingActive is not reported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "containerResource", "pods", "object", "external"})
    void a_value_of_any_kind_of_metric_is_a_value(String kind) {
        Tree other = SCALING.with(
                "/status/currentMetrics",
                List.of(Map.of("type", "any", kind, Map.of("current", Map.of("value", "7")))));
        assertHealth(working(other), HEALTHY);
    }

    private static Tree with(int condition, String status, String reason) {
        return SCALING.with("/status/conditions/" + condition + "/status", status)
                .with("/status/conditions/" + condition + "/reason", reason);
    }

    private static Health working(Tree autoscaler) {
        return HorizontalPodAutoscalerHealth.working(autoscaler.as(HorizontalPodAutoscaler.class), NOW);
    }
}
