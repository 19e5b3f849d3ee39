package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.ResourceQuotaHealth;
import io.fabric8.kubernetes.api.model.ResourceQuota;

/** Has the checks of one ResourceQuota. */
public final class QuotaChecks {
    private final Place place;

    QuotaChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when the quota is in force and something is left of every resource that it limits: {@code status.used} is
     * below {@code status.hard}. From 90 % on it is a warning. A rollout needs more than it has in the end.
     */
    public Check isNotExhausted() {
        return place.check(
                ResourceType.RESOURCE_QUOTA, "is not exhausted", "is not exhausted", new IsNotExhausted(place));
    }

    record IsNotExhausted(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.RESOURCE_QUOTA, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            ResourceQuota quota = reader.get(ResourceType.RESOURCE_QUOTA, place);
            return Outcomes.of("a quota with something left", ResourceQuotaHealth.of(quota, reader.now()));
        }
    }
}
