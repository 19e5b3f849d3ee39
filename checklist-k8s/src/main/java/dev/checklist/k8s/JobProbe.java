package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.JobHealth;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;

/** Judges one Job; only while it is on its way are its pods read. */
record JobProbe(Place place, JobRunWanted wanted, boolean expiring) implements ObjectProbe {
    @Override
    public Rights needs() {
        return Rights.get(ResourceType.JOB, place).and(Rights.list(ResourceType.POD, place.namespace()));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        Job job = read(reader);
        Health health = JobHealth.of(job, reader.now());
        if (health.state() != Health.State.PROGRESSING) {
            return wanted.of(job, health);
        }
        try {
            List<Pod> pods = reader.list(ResourceType.POD, place.namespace(), "");
            return wanted.of(job, JobHealth.of(job, pods, reader.now()));
        } catch (Refusal refusal) {
            return Outcomes.unexplained(wanted.expected(), health, refusal);
        }
    }

    private Job read(Reader reader) throws Exception {
        try {
            return reader.get(ResourceType.JOB, place);
        } catch (Refusal refusal) {
            if (refusal.outcome().status() != Status.FAILED) {
                throw refusal;
            }
            throw new Refusal(
                    expiring
                            ? gone(reader, refusal)
                            : refusal.outcome()
                                    .warning(
                                            "a Job with ttlSecondsAfterFinished deletes itself, also after a success"));
        }
    }

    /** Only a namespace that is there can have had the Job. */
    private Outcome gone(Reader reader, Refusal refusal) throws Exception {
        String namespace = reader.get(ResourceType.NAMESPACE, "", place.namespace())
                .getMetadata()
                .getName();
        return Outcome.unsupported(refusal.reason() + ": it deletes itself some time after it ended, so nobody can tell"
                        + " whether it succeeded; look for what it did")
                .with("namespace", namespace);
    }
}
