package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for StatefulSets: every replica ready and, unless the update waits for a human (OnDelete) or is held back by
 * a partition, of the newest revision. Their status knows no failure; only the pods can tell that one never starts.
 */
public final class StatefulSetHealth {

    private StatefulSetHealth() {}

    /**
     * Judges the StatefulSet by its own status, which never says failed.
     *
     * @param statefulSet the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(StatefulSet statefulSet, Instant now) {
        Facts facts = new Facts();
        return settled(facts, statefulSet, now).orElseGet(() -> rollout(facts, statefulSet));
    }

    /**
     * Judges the StatefulSet and, while it is progressing, its pods: a broken one blocks those behind it for ever, an
     * old one even its own replacement.
     *
     * @param statefulSet the object as read
     * @param pods any pods of its namespace; those that it does not control are passed over
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(StatefulSet statefulSet, Collection<Pod> pods, Instant now) {
        Facts facts = new Facts();
        return settled(facts, statefulSet, now)
                .orElseGet(() ->
                        DrillDown.into(rollout(facts, statefulSet), Ownership.controlledBy(statefulSet, pods), now));
    }

    private static Optional<Health> settled(Facts facts, StatefulSet statefulSet, Instant now) {
        StatefulSetStatus status = status(statefulSet);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(statefulSet).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        return Universal.terminating(facts, statefulSet, now)
                .or(() -> Universal.staleOrUnseen(facts, statefulSet, status.getObservedGeneration()))
                .or(() -> status.getObservedGeneration() == null
                        ? Optional.of(facts.progressing("the controller has not observed it yet"))
                        : Universal.standard(facts, conditions));
    }

    private static Health rollout(Facts facts, StatefulSet statefulSet) {
        StatefulSetSpec spec = Objects.requireNonNullElseGet(statefulSet.getSpec(), StatefulSetSpec::new);
        StatefulSetStatus status = status(statefulSet);
        int desired = facts.replicas(spec.getReplicas());
        int ready = facts.counter("status.readyReplicas", status.getReadyReplicas());
        if (ready < desired) {
            return facts.progressing(ready + " of " + desired + " replicas ready");
        }
        facts.see("status.replicas", status.getReplicas());
        if (status.getReplicas() != null && status.getReplicas() != desired) {
            return facts.progressing(status.getReplicas() + " replicas exist, " + desired + " are wanted");
        }
        if (facts.below("status.availableReplicas", status.getAvailableReplicas(), desired)) {
            return facts.progressing(status.getAvailableReplicas() + " of " + desired + " replicas available");
        }
        StatefulSetUpdateStrategy strategy =
                Objects.requireNonNullElseGet(spec.getUpdateStrategy(), StatefulSetUpdateStrategy::new);
        int updated = facts.counter("status.updatedReplicas", status.getUpdatedReplicas());
        if ("OnDelete".equals(facts.text("spec.updateStrategy.type", strategy.getType()))) {
            if (updated < desired) {
                facts.note(updated + " of " + desired + " replicas updated: OnDelete waits for each pod to be deleted");
            }
            return facts.healthy(ready + " of " + desired + " replicas ready");
        }
        Integer partition = strategy.getRollingUpdate() == null
                ? null
                : strategy.getRollingUpdate().getPartition();
        facts.see("spec.updateStrategy.rollingUpdate.partition", partition);
        if (partition != null && partition > 0) {
            return partitioned(facts, desired, updated, partition);
        }
        return revisions(facts, status, desired, partition != null);
    }

    private static Health partitioned(Facts facts, int desired, int updated, int partition) {
        int wanted = desired - partition;
        if (updated < wanted) {
            return facts.progressing(updated + " of " + wanted + " replicas above partition " + partition + " updated");
        }
        facts.note("partitioned: replicas below " + partition + " keep the old revision");
        return facts.healthy(desired + " of " + desired + " replicas ready, " + updated + " updated");
    }

    private static Health revisions(Facts facts, StatefulSetStatus status, int desired, boolean hasPartitionField) {
        String current = facts.text("status.currentRevision", status.getCurrentRevision());
        String update = facts.text("status.updateRevision", status.getUpdateRevision());
        if (!current.equals(update)) {
            return facts.progressing("revision " + update + " is not everywhere yet: current is " + current);
        }
        if (facts.below("status.updatedReplicas", status.getUpdatedReplicas(), desired)) {
            return facts.progressing(status.getUpdatedReplicas() + " of " + desired + " replicas updated");
        }
        if (!hasPartitionField && facts.below("status.currentReplicas", status.getCurrentReplicas(), desired)) {
            return facts.progressing(status.getCurrentReplicas() + " of " + desired + " replicas current");
        }
        return facts.healthy(desired + " of " + desired + " replicas ready and of one revision");
    }

    private static StatefulSetStatus status(StatefulSet statefulSet) {
        return Objects.requireNonNullElseGet(statefulSet.getStatus(), StatefulSetStatus::new);
    }
}
