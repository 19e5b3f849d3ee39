package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.TRUE;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for Jobs: only the conditions decide. Failed pods before the backoff limit are no failure, and as many
 * succeeded pods as completions are no success yet.
 */
public final class JobHealth {

    private JobHealth() {}

    /**
     * Judges the Job by its own status.
     *
     * @param job the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Job job, Instant now) {
        Facts facts = new Facts();
        JobStatus status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(job).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        return Universal.terminating(facts, job, now)
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> outcome(facts, job, status, conditions));
    }

    /**
     * Judges the Job and, while it is progressing, its pods: one that cannot even start never uses up the backoff
     * limit, so that the Job hangs. Crashes are left to that limit.
     *
     * @param job the object as read
     * @param pods any pods of its namespace; those that it does not control are passed over
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Job job, Collection<Pod> pods, Instant now) {
        Health health = of(job, now);
        if (Universal.metadata(job).getDeletionTimestamp() != null) {
            return health;
        }
        List<Pod> uncounted = Ownership.controlledBy(job, pods).stream()
                .filter(pod -> pod.getStatus() != null
                        && !"Failed".equals(pod.getStatus().getPhase()))
                .filter(pod -> !new Containers(new Facts(), pod).haveRestarted())
                .toList();
        return DrillDown.into(health, uncounted, now);
    }

    private static Health outcome(Facts facts, Job job, JobStatus status, Conditions conditions) {
        Optional<Condition> failed = conditions.with("Failed", TRUE).or(() -> conditions.with("FailureTarget", TRUE));
        if (failed.isPresent()) {
            return facts.failed(failed.get().quoted());
        }
        if (conditions.holds("Complete")) {
            return facts.healthy(
                    "Complete" + (status.getCompletionTime() == null ? "" : " at " + status.getCompletionTime()));
        }
        JobSpec spec = Objects.requireNonNullElseGet(job.getSpec(), JobSpec::new);
        facts.see("spec.suspend", spec.getSuspend());
        if (conditions.holds("Suspended") && Boolean.TRUE.equals(spec.getSuspend())) {
            return facts.suspended("suspended");
        }
        int active = facts.counter("status.active", status.getActive());
        int succeeded = facts.counter("status.succeeded", status.getSucceeded());
        int failures = facts.counter("status.failed", status.getFailed());
        return facts.progressing("not complete: " + active + " pods active, " + succeeded + " succeeded, " + failures
                + " failed so far");
    }
}
