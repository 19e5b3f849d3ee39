package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a Deployment rolls out now: the ReplicaSet of its revision; the older ones are kept for rollbacks. */
public final class NewestReplicaSet {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    private NewestReplicaSet() {}

    /**
     * Finds the ReplicaSet that the Deployment controls and that carries the Deployment's revision.
     *
     * @param deployment the Deployment, with the uid and the revision annotation that the server gave it
     * @param replicaSets any ReplicaSets of its namespace; foreign ones are passed over
     * @return the newest ReplicaSet; empty while the controller has not made it
     */
    public static Optional<ReplicaSet> of(Deployment deployment, Collection<ReplicaSet> replicaSets) {
        String revision = revision(deployment);
        return Ownership.controlledBy(deployment, replicaSets).stream()
                .filter(set -> revision != null && revision.equals(revision(set)))
                .findFirst();
    }

    /**
     * Lists the pods of the newest ReplicaSet.
     *
     * @param deployment the Deployment
     * @param replicaSets any ReplicaSets of its namespace
     * @param pods any pods of its namespace; those of older ReplicaSets are passed over
     * @return the pods that the newest ReplicaSet controls; empty when there is no such ReplicaSet
     */
    public static List<Pod> pods(Deployment deployment, Collection<ReplicaSet> replicaSets, Collection<Pod> pods) {
        return of(deployment, replicaSets)
                .map(newest -> Ownership.controlledBy(newest, pods))
                .orElseGet(List::of);
    }

    static @Nullable String revision(HasMetadata object) {
        return Absent.map(Universal.metadata(object).getAnnotations()).get(REVISION);
    }
}
