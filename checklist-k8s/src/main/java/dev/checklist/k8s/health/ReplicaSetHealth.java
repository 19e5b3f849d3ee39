package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.TRUE;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The rule for ReplicaSets. Of a Deployment's, judge only the {@link NewestReplicaSet}: the others are at zero. */
public final class ReplicaSetHealth {

    private ReplicaSetHealth() {}

    /**
     * Judges the ReplicaSet by its own status.
     *
     * @param replicaSet the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(ReplicaSet replicaSet, Instant now) {
        Facts facts = new Facts();
        ReplicaSetStatus status = Objects.requireNonNullElseGet(replicaSet.getStatus(), ReplicaSetStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(replicaSet).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        return Universal.terminating(facts, replicaSet, now)
                .or(() -> Universal.staleOrUnseen(facts, replicaSet, status.getObservedGeneration()))
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> counts(facts, replicaSet, status, conditions));
    }

    private static Health counts(Facts facts, ReplicaSet replicaSet, ReplicaSetStatus status, Conditions conditions) {
        ReplicaSetSpec spec = Objects.requireNonNullElseGet(replicaSet.getSpec(), ReplicaSetSpec::new);
        int desired = facts.replicas(spec.getReplicas());
        int replicas = facts.counter("status.replicas", status.getReplicas());
        int available = facts.counter("status.availableReplicas", status.getAvailableReplicas());
        Optional<Condition> failure = conditions.with("ReplicaFailure", TRUE);
        if (failure.isPresent()) {
            String said = replicas + " of " + desired + " replicas exist: "
                    + failure.get().quoted();
            return replicas < desired ? facts.failed(said) : facts.progressing(said);
        }
        if (available < desired) {
            return facts.progressing(available + " of " + desired + " replicas available");
        }
        if (facts.below("status.readyReplicas", status.getReadyReplicas(), desired)) {
            return facts.progressing(status.getReadyReplicas() + " of " + desired + " replicas ready");
        }
        if (facts.below("status.fullyLabeledReplicas", status.getFullyLabeledReplicas(), desired)) {
            return facts.progressing(status.getFullyLabeledReplicas() + " of " + desired + " replicas labelled");
        }
        if (replicas > desired) {
            return facts.progressing(replicas + " replicas exist, " + desired + " are wanted");
        }
        return facts.healthy(available + " of " + desired + " replicas available");
    }
}
