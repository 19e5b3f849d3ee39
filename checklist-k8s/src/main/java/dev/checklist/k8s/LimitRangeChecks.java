package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.LimitDefaultsHealth;
import dev.checklist.k8s.health.LimitRangeHealth;
import io.fabric8.kubernetes.api.model.LimitRange;

/** Has the checks of one LimitRange. */
public final class LimitRangeChecks {
    private final Place place;

    LimitRangeChecks(Place place) {
        this.place = place;
    }

    /** Passes when the LimitRange is there, limits something and does not contradict itself. */
    public Check exists() {
        return place.check(ResourceType.LIMIT_RANGE, "exists", "exists", new Exists(place));
    }

    /**
     * Passes when containers that state nothing get requests of cpu and memory ({@code defaultRequest}) and a limit of
     * memory ({@code default}). Without a default limit of cpu it is a warning.
     */
    public Check hasDefaults() {
        return place.check(
                ResourceType.LIMIT_RANGE, "has defaults", "has defaults for containers", new HasDefaults(place));
    }

    record Exists(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.LIMIT_RANGE, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            LimitRange range = reader.get(ResourceType.LIMIT_RANGE, place);
            return Outcomes.of("a limit range that limits something", LimitRangeHealth.of(range, reader.now()));
        }
    }

    record HasDefaults(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.LIMIT_RANGE, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            LimitRange range = reader.get(ResourceType.LIMIT_RANGE, place);
            return Outcomes.of("defaults for containers", LimitDefaultsHealth.of(range, reader.now()));
        }
    }
}
