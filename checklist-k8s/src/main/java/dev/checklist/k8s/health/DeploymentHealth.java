package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.FALSE;
import static dev.checklist.k8s.health.Conditions.TRUE;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for Deployments: every replica is of the newest template and available, and no old one is left. Zero of
 * zero replicas is healthy with the note {@code scaled to zero}; a check that wants pods has to ask for a number.
 */
public final class DeploymentHealth {

    private DeploymentHealth() {}

    /**
     * Judges the Deployment by its own status.
     *
     * @param deployment the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Deployment deployment, Instant now) {
        Facts facts = new Facts();
        Conditions conditions = conditions(facts, deployment);
        return settled(facts, deployment, conditions, now).orElseGet(() -> rollout(facts, deployment, conditions));
    }

    /**
     * Judges the Deployment and, while it is progressing, its new pods: one that failed fails the rollout before its
     * deadline, or where it has none.
     *
     * @param deployment the object as read
     * @param newestPods the pods of {@link NewestReplicaSet} only: a broken pod of an older one is being replaced
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Deployment deployment, Collection<Pod> newestPods, Instant now) {
        Facts facts = new Facts();
        Conditions conditions = conditions(facts, deployment);
        // Before the status is of this generation, the newest pods are those of the last rollout.
        return settled(facts, deployment, conditions, now)
                .orElseGet(() -> DrillDown.into(rollout(facts, deployment, conditions), newestPods, now));
    }

    private static Conditions conditions(Facts facts, Deployment deployment) {
        return Conditions.of(
                facts,
                Universal.metadata(deployment).getGeneration(),
                status(deployment).getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
    }

    private static Optional<Health> settled(Facts facts, Deployment deployment, Conditions conditions, Instant now) {
        return Universal.terminating(facts, deployment, now)
                .or(() -> Universal.staleOrUnseen(
                        facts, deployment, status(deployment).getObservedGeneration()))
                .or(() -> Universal.standard(facts, conditions));
    }

    private static Health rollout(Facts facts, Deployment deployment, Conditions conditions) {
        DeploymentSpec spec = Objects.requireNonNullElseGet(deployment.getSpec(), DeploymentSpec::new);
        DeploymentStatus status = status(deployment);
        // Asked before paused: the controller keeps the condition while the rollout is paused.
        Optional<Condition> deadline = conditions.withReason("Progressing", "ProgressDeadlineExceeded");
        if (deadline.isPresent()) {
            return facts.failed(deadline.get().quoted());
        }
        facts.see("spec.paused", spec.getPaused());
        if (Boolean.TRUE.equals(spec.getPaused())) {
            return facts.suspended("the rollout is paused");
        }
        int desired = facts.replicas(spec.getReplicas());
        int replicas = facts.counter("status.replicas", status.getReplicas());
        int updated = facts.counter("status.updatedReplicas", status.getUpdatedReplicas());
        int available = facts.counter("status.availableReplicas", status.getAvailableReplicas());
        Optional<Condition> failure = conditions.with("ReplicaFailure", TRUE);
        if (failure.isPresent()) {
            String said = replicas + " of " + desired + " replicas exist: "
                    + failure.get().quoted();
            return replicas < desired ? facts.failed(said) : facts.progressing(said);
        }
        if (updated < desired) {
            return facts.progressing(updated + " of " + desired + " replicas updated");
        }
        if (replicas > updated) {
            return facts.progressing(replicas - updated + " old replicas are left beside " + updated + " updated ones");
        }
        if (replicas > desired) {
            return facts.progressing(replicas + " replicas exist, " + desired + " are wanted");
        }
        if (available < desired) {
            return facts.progressing(available + " of " + desired + " updated replicas available");
        }
        if (facts.below("status.readyReplicas", status.getReadyReplicas(), desired)) {
            return facts.progressing(status.getReadyReplicas() + " of " + desired + " replicas ready");
        }
        return conditions
                .denied("Available")
                .or(() -> conditions.with("Progressing", FALSE))
                .map(brake -> facts.progressing(brake.quoted()))
                .orElseGet(() -> done(facts, status, desired));
    }

    private static Health done(Facts facts, DeploymentStatus status, int desired) {
        Integer terminating = status.getTerminatingReplicas();
        if (terminating != null && terminating > 0) {
            facts.see("status.terminatingReplicas", terminating);
            facts.note("terminating=" + terminating);
        }
        return facts.healthy(desired + " of " + desired + " replicas updated and available");
    }

    private static DeploymentStatus status(Deployment deployment) {
        return Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
    }
}
