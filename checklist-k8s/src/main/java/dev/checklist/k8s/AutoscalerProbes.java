package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.AutoscalerScaling;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.HorizontalPodAutoscalerHealth;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The questions about one HorizontalPodAutoscaler. */
final class AutoscalerProbes {
    private AutoscalerProbes() {}

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

    record HasMetrics(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.AUTOSCALER, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            HorizontalPodAutoscaler autoscaler = reader.get(ResourceType.AUTOSCALER, place);
            return Outcomes.of(
                    "a value of every metric", HorizontalPodAutoscalerHealth.measured(autoscaler, reader.now()));
        }
    }

    record HasBounds(Place place, int min, int max) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.AUTOSCALER, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            HorizontalPodAutoscaler autoscaler = reader.getLasting(ResourceType.AUTOSCALER, place);
            if (autoscaler.getSpec() == null || autoscaler.getSpec().getMaxReplicas() == null) {
                return Outcome.error("expected the horizontal pod autoscaler " + place.name()
                        + " with spec.maxReplicas but found it without: is it the API server?");
            }
            int least = Objects.requireNonNullElse(autoscaler.getSpec().getMinReplicas(), 1);
            int most = autoscaler.getSpec().getMaxReplicas();
            Outcome outcome = least == min && most == max
                    ? Outcome.passed("between " + least + " and " + most + " replicas")
                    : Outcome.failed("expected between " + min + " and " + max + " replicas but found between " + least
                            + " and " + most);
            return outcome.with("spec.minReplicas", least).with("spec.maxReplicas", most);
        }
    }

    record HasScaledUpSince(Place place, Instant since) implements ObjectProbe {
        private static final String EXPECTED = "a scaling up since then";

        @Override
        public Rights needs() {
            return Rights.get(ResourceType.AUTOSCALER, place).and(Rights.list(ResourceType.EVENT, place.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            HorizontalPodAutoscaler autoscaler = reader.get(ResourceType.AUTOSCALER, place);
            Health health = AutoscalerScaling.upSince(autoscaler, since, reader.now());
            String uid = autoscaler.getMetadata().getUid();
            if (health.isHealthy() || uid == null) {
                return Outcomes.of(EXPECTED, health);
            }
            try {
                FoldedList<Event> events = new FoldedList<>(
                        place.server(), ResourceType.EVENT, place.namespace(), "involvedObject.uid=" + uid);
                List<Event> found = events.load(reader.context(), ArrayList::new, List::add);
                return Outcomes.of(EXPECTED, AutoscalerScaling.upSince(autoscaler, found, since, reader.now()));
            } catch (Refusal refusal) {
                return Outcomes.unexplained(EXPECTED, health, refusal);
            }
        }
    }
}
