package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds what a Deployment can be rolled back to: the newest earlier ReplicaSet that runs something else. */
public final class PreviousReplicaSet {

    private PreviousReplicaSet() {}

    /**
     * Finds the controlled ReplicaSet with the highest revision below the Deployment's own and other images.
     *
     * @param deployment the Deployment, with the uid and the revision annotation that the server gave it
     * @param replicaSets any ReplicaSets of its namespace; foreign and leaving ones are passed over
     * @return the ReplicaSet; empty when none is kept
     */
    public static Optional<ReplicaSet> of(Deployment deployment, Collection<ReplicaSet> replicaSets) {
        OptionalLong current = revision(NewestReplicaSet.revision(deployment));
        List<String> images = deployment.getSpec() == null
                ? List.of()
                : images(deployment.getSpec().getTemplate());
        if (current.isEmpty() || images.isEmpty()) {
            return Optional.empty();
        }
        return Ownership.controlledBy(deployment, replicaSets).stream()
                .filter(set -> Universal.metadata(set).getDeletionTimestamp() == null)
                .filter(set -> number(set) >= 0 && number(set) < current.getAsLong())
                .filter(set -> hasOther(images, set))
                .max(Comparator.comparingLong(PreviousReplicaSet::number));
    }

    private static boolean hasOther(List<String> images, ReplicaSet replicaSet) {
        List<String> others = replicaSet.getSpec() == null
                ? List.of()
                : images(replicaSet.getSpec().getTemplate());
        return !others.isEmpty() && !others.equals(images);
    }

    /**
     * Lists what a ReplicaSet runs, as {@code container=image}, init containers first.
     *
     * @param replicaSet the ReplicaSet
     * @return the images by container; empty without a template
     */
    public static List<String> images(ReplicaSet replicaSet) {
        PodTemplateSpec template =
                replicaSet.getSpec() == null ? null : replicaSet.getSpec().getTemplate();
        return PodContainers.of(template == null ? null : template.getSpec()).stream()
                .map(container -> container.getName() + "=" + container.getImage())
                .toList();
    }

    /**
     * Returns the revision of a ReplicaSet.
     *
     * @param replicaSet the ReplicaSet
     * @return the number in its annotation; -1 if there is none
     */
    public static long number(ReplicaSet replicaSet) {
        return revision(NewestReplicaSet.revision(replicaSet)).orElse(-1);
    }

    private static List<String> images(@Nullable PodTemplateSpec template) {
        return PodContainers.of(template == null ? null : template.getSpec()).stream()
                .map(Container::getImage)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private static OptionalLong revision(@Nullable String text) {
        try {
            return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException unreadable) {
            return OptionalLong.empty();
        }
    }
}
