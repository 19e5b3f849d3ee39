package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AutoscalerScalingTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");
    private static final Tree SCALED = Rule.HORIZONTAL_POD_AUTOSCALER.healthy().with("/metadata/uid", "h-1");
    private static final Tree AT_LEAST = SCALED.with("/status/desiredReplicas", 2);
    private static final String UP = "cpu resource utilization (percentage of request) above target";
    private static final String DOWN = "All metrics below target";

    private static Tree event(String time, int size, String reason) {
        return Tree.yaml("""
                reason: SuccessfulRescale
                involvedObject: {uid: h-1}
                lastTimestamp: "%s"
                message: "New size: %d; reason: %s"
                """.formatted(time, size, reason));
    }

    private static Health judge(Tree autoscaler, Tree... events) {
        return AutoscalerScaling.upSince(
                autoscaler.as(HorizontalPodAutoscaler.class),
                Arrays.stream(events).map(event -> event.as(Event.class)).toList(),
                SINCE,
                NOW);
    }

    @Test
    void it_scaled_since_and_asks_for_more_than_its_least() {
        assertHealth(judge(SCALED), HEALTHY, "scaled at 2026-03-01T09:00:00Z, to 3 replicas");
        assertHealth(judge(SCALED.with("/status/lastScaleTime", "2026-03-01T08:00:00Z")), HEALTHY);
        assertHealth(judge(SCALED.without("/spec/minReplicas").with("/status/desiredReplicas", 1)), UNKNOWN);
    }

    @Test
    void a_scaling_before_or_none_is_not_one_since() {
        Tree before = SCALED.with("/status/lastScaleTime", "2026-03-01T07:59:59Z");
        assertHealth(judge(before), PROGRESSING, "it has not scaled since 2026-03-01T08:00:00Z");
        assertHealth(judge(SCALED.without("/status/lastScaleTime")), PROGRESSING, "it has not scaled");
        assertHealth(judge(SCALED.with("/status/lastScaleTime", "2026-03-02T00:00:00Z")), PROGRESSING);
        assertHealth(judge(SCALED.without("/status")), PROGRESSING, "it has not scaled");
    }

    @Test
    void times_compare_as_instants() {
        assertHealth(judge(SCALED.with("/status/lastScaleTime", "2026-03-01T10:30:00+02:00")), HEALTHY);
        assertHealth(judge(SCALED.with("/status/lastScaleTime", "2026-03-01T09:30:00+02:00")), PROGRESSING);
    }

    @Test
    void the_last_scaling_alone_does_not_tell_the_direction() {
        assertHealth(judge(AT_LEAST), UNKNOWN, "direction unknown");
        assertHealth(judge(AT_LEAST, event("2026-03-01T09:00:00Z", 2, DOWN)), UNKNOWN, "direction unknown");
    }

    @Test
    void an_event_of_a_larger_size_tells_it() {
        assertHealth(judge(AT_LEAST, event("2026-03-01T08:30:00Z", 4, UP)), HEALTHY, "scaled to 4 replicas");
        Tree sizes = event("2026-03-01T08:30:00Z", 4, "other");
        Tree smaller = event("2026-03-01T08:20:00Z", 3, "other");
        assertHealth(judge(AT_LEAST, sizes, smaller), HEALTHY, "scaled to 4 replicas at 2026-03-01T08:30:00Z");
        assertHealth(judge(AT_LEAST, sizes), UNKNOWN, "direction unknown");
        assertHealth(judge(AT_LEAST, sizes.with("/lastTimestamp", "2026-03-01T08:10:00Z"), smaller), UNKNOWN);
    }

    @Test
    void an_event_of_another_object_time_or_kind_tells_nothing() {
        Tree up = event("2026-03-01T08:30:00Z", 4, UP);
        assertHealth(judge(AT_LEAST, up.with("/involvedObject/uid", "h-2")), UNKNOWN);
        assertHealth(judge(AT_LEAST, up.without("/involvedObject")), UNKNOWN);
        assertHealth(judge(AT_LEAST, up.with("/reason", "FailedRescale")), UNKNOWN);
        assertHealth(judge(AT_LEAST, up.with("/lastTimestamp", "2026-03-01T07:30:00Z")), UNKNOWN);
        assertHealth(judge(AT_LEAST, up.without("/lastTimestamp")), UNKNOWN);
        assertHealth(judge(AT_LEAST, up.with("/message", "rescaled")), UNKNOWN);
        assertHealth(judge(AT_LEAST.without("/metadata/uid"), up.without("/involvedObject/uid")), UNKNOWN);
        Tree micro = up.without("/lastTimestamp").with("/eventTime", "2026-03-01T08:30:00.000000Z");
        assertHealth(judge(AT_LEAST, micro), HEALTHY);
    }

    @Test
    void an_autoscaler_that_is_being_deleted_is_on_its_way_out() {
        assertHealth(judge(SCALED.with("/metadata/deletionTimestamp", "2026-03-01T12:00:00Z")), PROGRESSING);
    }
}
