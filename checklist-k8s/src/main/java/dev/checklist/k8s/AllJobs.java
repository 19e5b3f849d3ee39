package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.JobHealth;
import dev.checklist.k8s.health.Ownership;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * Has the checks of all Jobs of a namespace but those of CronJobs, whose history may hold failures for ever: one line
 * and one LIST.
 */
public final class AllJobs {
    private final ApiServer server;
    private final String namespace;
    private final int least;

    AllJobs(ApiServer server, String namespace, int least) {
        this.server = server;
        this.namespace = namespace;
        this.least = AllProbe.atLeast("jobs", least);
    }

    /** Passes when each is complete, by its conditions; one that deleted itself after its time cannot be seen. */
    public Check haveSucceeded() {
        return check(
                ResourceType.JOB,
                namespace,
                "have succeeded",
                least,
                new AllProbe<>(server, namespace, new EachJob(), least));
    }

    static Check check(ResourceType<?> type, String namespace, String predicate, int least, AllProbe<?> probe) {
        return Check.of(
                "all " + type.plural() + " " + predicate,
                namespace,
                "all " + type.plural() + " in " + namespace + " " + predicate + ", at least " + least,
                probe);
    }

    record EachJob() implements AllProbe.Each<Job> {
        @Override
        public ResourceType<Job> type() {
            return ResourceType.JOB;
        }

        @Override
        public String expected() {
            return "successful runs";
        }

        @Override
        public String state() {
            return "complete";
        }

        @Override
        public Optional<Health> of(Job job, Instant now) {
            boolean ofCronJob = Ownership.controller(job)
                    .map(OwnerReference::getKind)
                    .filter("CronJob"::equals)
                    .isPresent();
            return ofCronJob ? Optional.empty() : Optional.of(JobHealth.of(job, now));
        }
    }
}
