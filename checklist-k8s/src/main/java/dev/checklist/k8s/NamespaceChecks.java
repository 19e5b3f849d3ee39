package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.NamespaceHealth;
import io.fabric8.kubernetes.api.model.Namespace;

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

    record IsActive(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.NAMESPACE, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Namespace namespace = reader.get(ResourceType.NAMESPACE, place);
            return Outcomes.of("an active namespace", NamespaceHealth.of(namespace, reader.now()));
        }
    }
}
