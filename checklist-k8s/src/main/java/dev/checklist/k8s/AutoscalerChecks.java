package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.k8s.health.HorizontalPodAutoscalerHealth;

/** Has the checks of one HorizontalPodAutoscaler (autoscaling/v2). */
public final class AutoscalerChecks {
    private final Place place;

    AutoscalerChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when it can scale and does: AbleToScale True, ScalingActive not False, metrics read, and the replicas
     * within their bounds.
     */
    public Check isActive() {
        return place.check(ResourceType.AUTOSCALER, "is active", "is active", new IsActive(place));
    }

    record IsActive(Place place) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(place.server(), context)
                    .get(ResourceType.AUTOSCALER, place.namespace(), place.name())
                    .judge(autoscaler -> Outcomes.of(HorizontalPodAutoscalerHealth.working(autoscaler, context.now())));
        }
    }
}
