package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who controls whom, by the uid in the owner reference: names come back, and labels can be anybody's. */
final class Ownership {

    private Ownership() {}

    static <T extends HasMetadata> List<T> controlledBy(HasMetadata owner, Collection<T> objects) {
        String uid = Universal.metadata(owner).getUid();
        return objects.stream()
                .filter(object -> uid != null
                        && controller(object)
                                .filter(reference -> uid.equals(reference.getUid()))
                                .isPresent())
                .toList();
    }

    static Optional<OwnerReference> controller(HasMetadata object) {
        return Absent.list(Universal.metadata(object).getOwnerReferences()).stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst();
    }
}
