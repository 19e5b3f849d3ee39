package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.k8s.health.NamespaceHealth;

/** Has the checks of one namespace itself. */
public final class NamespaceChecks {
    private final Place place;

    NamespaceChecks(Place place) {
        this.place = place;
    }

    /** Passes when {@code status.phase} is Active; one that terminates fails, and says what holds it. */
    public Check isActive() {
        return place.check(ResourceType.NAMESPACE, "is active", "is active", new IsActive(place));
    }

    /** The same as {@link #isActive()}: a namespace that is being deleted does not exist for a deployment. */
    public Check exists() {
        return place.check(ResourceType.NAMESPACE, "is active", "exists", new IsActive(place));
    }

    record IsActive(Place place) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(place.server(), context)
                    .get(ResourceType.NAMESPACE, "", place.name())
                    .judge(namespace -> Outcomes.of(NamespaceHealth.of(namespace, context.now())));
        }
    }
}
