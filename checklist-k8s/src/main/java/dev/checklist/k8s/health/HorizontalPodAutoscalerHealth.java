package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.FALSE;
import static dev.checklist.k8s.health.Conditions.TRUE;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rule for HorizontalPodAutoscalers, read as {@code autoscaling/v2}: version 1 hides the conditions in an
 * annotation. Conditions count by status, not by a list of bad reasons: such lists are always one reason short.
 */
public final class HorizontalPodAutoscalerHealth {

    // Metrics need a minute or two after a start, so their absence fails only after a while.
    private static final Duration METRICS_GRACE = Duration.ofMinutes(3);
    private static final Set<String> CANNOT_SCALE = Set.of("FailedGetScale", "FailedUpdateScale");

    private HorizontalPodAutoscalerHealth() {}

    /**
     * Judges whether the autoscaler can scale its target and is not known to be cut off from its metrics.
     *
     * @param autoscaler the object as read
     * @param now the time of the observation; missing metrics fail after 3 minutes
     * @return the verdict
     */
    public static Health of(HorizontalPodAutoscaler autoscaler, Instant now) {
        Facts facts = new Facts();
        return judge(facts, autoscaler, conditions(facts, autoscaler), now);
    }

    /**
     * Judges whether the autoscaler works: it is healthy, reads a metric now, and the replicas are within its bounds.
     *
     * @param autoscaler the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health working(HorizontalPodAutoscaler autoscaler, Instant now) {
        Facts facts = new Facts();
        Conditions conditions = conditions(facts, autoscaler);
        Health health = judge(facts, autoscaler, conditions, now);
        if (!health.isHealthy()) {
            return health;
        }
        if (!conditions.holds("ScalingActive")) {
            return facts.progressing("ScalingActive is not reported");
        }
        HorizontalPodAutoscalerStatus status = status(autoscaler);
        long metrics = Absent.list(status.getCurrentMetrics()).stream()
                .filter(HorizontalPodAutoscalerHealth::hasValue)
                .count();
        facts.see("status.currentMetrics[with a value]", metrics);
        if (metrics == 0) {
            return facts.progressing("no current metric has a value");
        }
        return bounds(facts, autoscaler, status);
    }

    /**
     * Judges whether the autoscaler is healthy and reads every metric that it is to scale by.
     *
     * @param autoscaler the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health measured(HorizontalPodAutoscaler autoscaler, Instant now) {
        Facts facts = new Facts();
        Conditions conditions = conditions(facts, autoscaler);
        Health health = judge(facts, autoscaler, conditions, now);
        if (!health.isHealthy()) {
            return health;
        }
        if (!conditions.holds("ScalingActive")) {
            return facts.progressing("ScalingActive is not reported");
        }
        // the server writes the default metric into a spec without any
        int wanted = autoscaler.getSpec() == null
                ? 0
                : Absent.list(autoscaler.getSpec().getMetrics()).size();
        long found = Absent.list(status(autoscaler).getCurrentMetrics()).stream()
                .filter(HorizontalPodAutoscalerHealth::hasValue)
                .count();
        facts.see("spec.metrics", wanted);
        facts.see("status.currentMetrics[with a value]", found);
        return found >= Math.max(1, wanted)
                ? facts.healthy(found + " of " + wanted + " metrics have a value")
                : facts.progressing(found + " of " + wanted + " metrics have a value");
    }

    // A metric that could not be read is listed too, with a type and nothing else.
    private static boolean hasValue(MetricStatus metric) {
        return Stream.of(
                        metric.getResource() == null
                                ? null
                                : metric.getResource().getCurrent(),
                        metric.getContainerResource() == null
                                ? null
                                : metric.getContainerResource().getCurrent(),
                        metric.getPods() == null ? null : metric.getPods().getCurrent(),
                        metric.getObject() == null ? null : metric.getObject().getCurrent(),
                        metric.getExternal() == null
                                ? null
                                : metric.getExternal().getCurrent())
                .anyMatch(current -> current != null
                        && (current.getAverageUtilization() != null
                                || current.getAverageValue() != null
                                || current.getValue() != null));
    }

    private static Health bounds(
            Facts facts, HorizontalPodAutoscaler autoscaler, HorizontalPodAutoscalerStatus status) {
        HorizontalPodAutoscalerSpec spec =
                Objects.requireNonNullElseGet(autoscaler.getSpec(), HorizontalPodAutoscalerSpec::new);
        facts.see("spec.minReplicas", spec.getMinReplicas());
        int min = spec.getMinReplicas() == null ? 1 : spec.getMinReplicas();
        int max = facts.counter("spec.maxReplicas", spec.getMaxReplicas());
        int current = facts.counter("status.currentReplicas", status.getCurrentReplicas());
        String found = current + " replicas, between " + min + " and " + max + " expected";
        return current >= min && current <= max ? facts.healthy(found) : facts.progressing(found);
    }

    private static Health judge(Facts facts, HorizontalPodAutoscaler autoscaler, Conditions conditions, Instant now) {
        return Universal.terminating(facts, autoscaler, now)
                .or(() -> Universal.stale(facts, autoscaler, status(autoscaler).getObservedGeneration()))
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> scaling(facts, conditions, now));
    }

    private static Health scaling(Facts facts, Conditions conditions, Instant now) {
        Optional<Condition> unable = conditions.with("AbleToScale", FALSE);
        if (unable.filter(c -> CANNOT_SCALE.contains(c.reason())).isPresent()) {
            return facts.failed(unable.get().quoted());
        }
        Optional<Condition> inactive = conditions.denied("ScalingActive");
        if (inactive.isPresent()) {
            return inactive(facts, inactive.get(), now);
        }
        if (!conditions.holds("AbleToScale")) {
            return facts.progressing(
                    unable.map(Condition::quoted).orElse("the controller has not said that it is able to scale"));
        }
        conditions
                .ifTrue("ScalingLimited")
                .filter(limited -> limited.reason().equals("TooManyReplicas"))
                .ifPresent(limited -> facts.note("no headroom: " + limited.quoted()));
        if (conditions.with("ScalingActive", TRUE).isEmpty()) {
            facts.note("ScalingActive is not reported");
        }
        return facts.healthy("able to scale its target");
    }

    private static Health inactive(Facts facts, Condition inactive, Instant now) {
        if (!inactive.status().equals(FALSE)) {
            return facts.progressing(inactive.quoted());
        }
        if (inactive.reason().equals("ScalingDisabled")) {
            return facts.suspended("the target is scaled to zero: " + inactive.quoted());
        }
        boolean isStarting = inactive.reason().startsWith("FailedGet")
                && inactive.reason().endsWith("Metric")
                && Times.age(inactive.since(), now)
                        .filter(age -> age.compareTo(METRICS_GRACE) <= 0)
                        .isPresent();
        return isStarting
                ? facts.progressing("the metrics may still come: " + inactive.quoted())
                : facts.failed(inactive.quoted());
    }

    private static Conditions conditions(Facts facts, HorizontalPodAutoscaler autoscaler) {
        return Conditions.of(
                facts,
                Universal.metadata(autoscaler).getGeneration(),
                status(autoscaler).getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage())
                        .since(c.getLastTransitionTime()));
    }

    private static HorizontalPodAutoscalerStatus status(HorizontalPodAutoscaler autoscaler) {
        return Objects.requireNonNullElseGet(autoscaler.getStatus(), HorizontalPodAutoscalerStatus::new);
    }
}
