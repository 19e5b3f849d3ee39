package dev.checklist.k8s;

import dev.checklist.k8s.health.PreviousReplicaSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;
import java.util.Optional;

/** Finds what an undo would bring back. */
final class PreviousImages {
    private static final DeploymentRule RULE = new DeploymentRule();

    private PreviousImages() {}

    /** Reads the earlier ReplicaSet that runs something else, if one is kept. */
    static Optional<ReplicaSet> revision(Reader reader, Deployment deployment, Place place) throws Exception {
        return PreviousReplicaSet.of(deployment, reader.list(ResourceType.REPLICA_SET, place.namespace(), ""));
    }

    /** Reads its images; none where no such ReplicaSet is kept. */
    static List<String> read(Reader reader, Place place) throws Exception {
        Deployment deployment = RULE.current(reader.getLasting(RULE.type(), place));
        return revision(reader, deployment, place).stream()
                .flatMap(set -> PreviousReplicaSet.images(set).stream())
                .map(image -> image.substring(image.indexOf('=') + 1))
                .distinct()
                .toList();
    }
}
