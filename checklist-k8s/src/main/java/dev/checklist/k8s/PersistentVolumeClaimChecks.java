package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;

/** Has the checks of one PersistentVolumeClaim. */
public final class PersistentVolumeClaimChecks {
    private final Place place;
    private final boolean isUnboundAllowed;

    PersistentVolumeClaimChecks(Place place, boolean isUnboundAllowed) {
        this.place = place;
        this.isUnboundAllowed = isUnboundAllowed;
    }

    /** Lets a claim pass that no pod uses yet and whose class binds for the first consumer; that is a warning. */
    public PersistentVolumeClaimChecks allowingUnbound() {
        return new PersistentVolumeClaimChecks(place, true);
    }

    /**
     * Passes when {@code status.phase} is Bound, no resize is pending and the capacity is what was requested.
     *
     * <p>While it is pending, storage classes, volumes and pods are read to tell "not yet" from "never".
     */
    public Check isBound() {
        return place.check(
                ResourceType.PERSISTENT_VOLUME_CLAIM,
                "is bound",
                isUnboundAllowed ? "is bound, or waits for its first pod" : "is bound",
                new IsBound(place, isUnboundAllowed));
    }

    record IsBound(Place place, boolean isUnboundAllowed) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.PERSISTENT_VOLUME_CLAIM, place).and(Claims.needs(place.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            PersistentVolumeClaim claim = reader.get(ResourceType.PERSISTENT_VOLUME_CLAIM, place);
            Claims.Rule rule = Claims.rule(reader, place.namespace(), List.of(claim), isUnboundAllowed);
            return Claims.outcome(rule.apply(claim));
        }
    }
}
