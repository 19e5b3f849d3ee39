package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who controls whom, by the uid in the owner reference: names come back, and labels can be anybody's. */
public final class Ownership {

    private Ownership() {}

    /**
     * Lists what an object controls.
     *
     * @param owner the object, with the uid that the server gave it
     * @param objects any objects of its namespace
     * @return those whose controller it is; none without a uid
     */
    public static <T extends HasMetadata> List<T> controlledBy(HasMetadata owner, Collection<T> objects) {
        String uid = Universal.metadata(owner).getUid();
        return objects.stream()
                .filter(object -> uid != null
                        && controller(object)
                                .filter(reference -> uid.equals(reference.getUid()))
                                .isPresent())
                .toList();
    }

    /**
     * Finds what controls an object.
     *
     * @param object the object
     * @return the owner reference with {@code controller: true}
     */
    public static Optional<OwnerReference> controller(HasMetadata object) {
        return Absent.list(Universal.metadata(object).getOwnerReferences()).stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst();
    }
}
