package dev.checklist.k8s;

import dev.checklist.k8s.health.NewestReplicaSet;
import dev.checklist.k8s.health.Ownership;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Finds when the first pod of the newest ReplicaSet was made. Neither the ReplicaSet's own age nor a condition's tells it
 * after a rollback, which takes an old ReplicaSet up again.
 */
final class RolloutStart {
    private static final DeploymentRule RULE = new DeploymentRule();

    private RolloutStart() {}

    /**
     * Reads it; it is now while there is no such pod.
     *
     * @throws Refusal if it is not known whether there is: the status is of an older generation, the rollout is paused,
     *     or the ReplicaSet of the revision is not there
     */
    static Instant read(Reader reader, Place place) throws Exception {
        Deployment deployment = RULE.current(reader.getLasting(RULE.type(), place));
        if (Boolean.TRUE.equals(deployment.getSpec().getPaused())) {
            throw Refusal.error("expected a rollout of the deployment " + place.name() + " but it is paused");
        }
        List<ReplicaSet> sets = reader.list(ResourceType.REPLICA_SET, place.namespace(), "");
        ReplicaSet newest = NewestReplicaSet.of(deployment, sets)
                .orElseThrow(() -> Refusal.error("expected the ReplicaSet of the newest revision of the deployment "
                        + place.name() + " but found none"));
        Instant start = reader.now();
        for (Pod pod : Ownership.controlledBy(newest, reader.list(ResourceType.POD, place.namespace(), ""))) {
            Instant made = creation(pod);
            start = made.isBefore(start) ? made : start;
        }
        return start;
    }

    private static Instant creation(Pod pod) throws Refusal {
        String text = pod.getMetadata().getCreationTimestamp();
        try {
            return OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.error("expected the time at which the pod "
                    + pod.getMetadata().getName() + " was created but found " + text);
        }
    }
}
