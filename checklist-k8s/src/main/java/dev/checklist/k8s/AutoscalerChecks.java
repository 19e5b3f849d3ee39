package dev.checklist.k8s;

import dev.checklist.Check;
import java.time.Instant;

/** Has the checks of one HorizontalPodAutoscaler (autoscaling/v2). */
public final class AutoscalerChecks {
    private final Place place;

    AutoscalerChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when it can scale and does: AbleToScale True, ScalingActive not False, metrics read, and the replicas
     * within their bounds. Metrics that are missing may still come for 3 minutes.
     */
    public Check isActive() {
        return place.check(ResourceType.AUTOSCALER, "is active", "is active", new AutoscalerProbes.IsActive(place));
    }

    /**
     * Passes when it can scale and every metric of {@code spec.metrics} has a current value: it still scales when some
     * of them cannot be read.
     */
    public Check hasMetrics() {
        return place.check(
                ResourceType.AUTOSCALER,
                "has metrics",
                "has a value of every metric",
                new AutoscalerProbes.HasMetrics(place));
    }

    /**
     * Passes when {@code spec.minReplicas} (default 1) and {@code spec.maxReplicas} are these.
     *
     * @param min 0 or more
     * @param max at least {@code min}, 1 or more
     */
    public Check hasBounds(int min, int max) {
        if (min < 0 || max < 1 || max < min) {
            throw new IllegalArgumentException(
                    "the bounds are " + min + " and " + max + ": expected 0 or more, and no less than that");
        }
        return place.check(
                ResourceType.AUTOSCALER,
                "has bounds",
                "scales between " + min + " and " + max,
                new AutoscalerProbes.HasBounds(place, min, max));
    }

    /**
     * Passes when it has scaled up since then: {@code status.lastScaleTime} is not before and {@code desiredReplicas}
     * above {@code minReplicas}, or an event SuccessfulRescale since then tells of a larger size.
     *
     * <p>That it scaled without telling the direction is an ERROR. Events are kept for an hour by default.
     */
    public Check hasScaledUpSince(Instant since) {
        if (since == null) {
            throw new IllegalArgumentException("the time since which it has to have scaled is null: give an Instant");
        }
        return place.check(
                ResourceType.AUTOSCALER,
                "has scaled up",
                "has scaled up since " + since,
                new AutoscalerProbes.HasScaledUpSince(place, since));
    }
}
