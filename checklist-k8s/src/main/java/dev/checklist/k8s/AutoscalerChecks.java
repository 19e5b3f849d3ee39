package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.HorizontalPodAutoscalerHealth;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;

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

    record IsActive(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.AUTOSCALER, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            HorizontalPodAutoscaler autoscaler = reader.get(ResourceType.AUTOSCALER, place);
            return Outcomes.of("a working autoscaler", HorizontalPodAutoscalerHealth.working(autoscaler, reader.now()));
        }
    }
}
