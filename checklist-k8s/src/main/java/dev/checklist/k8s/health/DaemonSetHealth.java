package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for DaemonSets: an available pod, of the newest template unless the update is OnDelete, on every node that
 * should have one. A set that matches no node is healthy with a note; a check that wants pods has to ask for a number.
 */
public final class DaemonSetHealth {

    private DaemonSetHealth() {}

    /**
     * Judges the DaemonSet by its own status.
     *
     * @param daemonSet the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(DaemonSet daemonSet, Instant now) {
        Facts facts = new Facts();
        return settled(facts, daemonSet, now).orElseGet(() -> rollout(facts, daemonSet));
    }

    /**
     * Judges the DaemonSet and, while it is progressing, its pods, naming the node that one is missing on.
     *
     * @param daemonSet the object as read
     * @param pods any pods of its namespace; those that it does not control are passed over
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(DaemonSet daemonSet, Collection<Pod> pods, Instant now) {
        Facts facts = new Facts();
        return settled(facts, daemonSet, now)
                .orElseGet(
                        () -> DrillDown.into(rollout(facts, daemonSet), Ownership.controlledBy(daemonSet, pods), now));
    }

    private static Optional<Health> settled(Facts facts, DaemonSet daemonSet, Instant now) {
        DaemonSetStatus status = status(daemonSet);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(daemonSet).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        return Universal.terminating(facts, daemonSet, now)
                .or(() -> Universal.staleOrUnseen(facts, daemonSet, status.getObservedGeneration()))
                .or(() -> Universal.standard(facts, conditions));
    }

    private static Health rollout(Facts facts, DaemonSet daemonSet) {
        DaemonSetStatus status = status(daemonSet);
        facts.see("status.desiredNumberScheduled", status.getDesiredNumberScheduled());
        if (status.getDesiredNumberScheduled() == null) {
            return facts.progressing("the controller has not counted the nodes yet");
        }
        int desired = status.getDesiredNumberScheduled();
        int available = facts.counter("status.numberAvailable", status.getNumberAvailable());
        if (available < desired) {
            return facts.progressing(available + " of " + desired + " pods available");
        }
        if (facts.below("status.numberReady", status.getNumberReady(), desired)) {
            return facts.progressing(status.getNumberReady() + " of " + desired + " pods ready");
        }
        if (facts.below("status.currentNumberScheduled", status.getCurrentNumberScheduled(), desired)) {
            return facts.progressing(status.getCurrentNumberScheduled() + " of " + desired + " nodes have their pod");
        }
        int updated = facts.counter("status.updatedNumberScheduled", status.getUpdatedNumberScheduled());
        if (updated < desired && !isOnDelete(facts, daemonSet)) {
            return facts.progressing(updated + " of " + desired + " pods updated");
        }
        addNotes(facts, status, desired, updated);
        return facts.healthy(available + " of " + desired + " pods available");
    }

    private static void addNotes(Facts facts, DaemonSetStatus status, int desired, int updated) {
        if (desired == 0) {
            facts.note("matches no node");
        }
        if (updated < desired) {
            facts.note(updated + " of " + desired + " pods updated: OnDelete waits for each pod to be deleted");
        }
        if (facts.counter("status.numberMisscheduled", status.getNumberMisscheduled()) > 0) {
            facts.note("misscheduled=" + status.getNumberMisscheduled());
        }
    }

    private static boolean isOnDelete(Facts facts, DaemonSet daemonSet) {
        DaemonSetSpec spec = Objects.requireNonNullElseGet(daemonSet.getSpec(), DaemonSetSpec::new);
        DaemonSetUpdateStrategy strategy =
                Objects.requireNonNullElseGet(spec.getUpdateStrategy(), DaemonSetUpdateStrategy::new);
        return "OnDelete".equals(facts.text("spec.updateStrategy.type", strategy.getType()));
    }

    private static DaemonSetStatus status(DaemonSet daemonSet) {
        return Objects.requireNonNullElseGet(daemonSet.getStatus(), DaemonSetStatus::new);
    }
}
