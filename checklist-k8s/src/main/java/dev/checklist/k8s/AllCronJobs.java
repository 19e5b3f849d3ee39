package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Has the checks of all CronJobs of a namespace: one line and one LIST each. */
public final class AllCronJobs {
    private final ApiServer server;
    private final String namespace;
    private final int least;

    AllCronJobs(ApiServer server, String namespace, int least) {
        this.server = server;
        this.namespace = namespace;
        this.least = AllProbe.atLeast("cronjobs", least);
    }

    /** Passes when the runs of each are started, as {@link CronJobChecks#isScheduled} asks. */
    public Check areScheduled() {
        return check("are scheduled", new CronJobProbe.Scheduled());
    }

    /** Passes when the last success of each is at most two periods of its schedule old. */
    public Check areFresh() {
        return check("are fresh", CronJobChecks.fresh(Optional.empty()));
    }

    /**
     * Passes when the last success of each is at most so old.
     *
     * @param maxAge longer than zero
     */
    public Check areFresh(Duration maxAge) {
        return check("are fresh within", CronJobChecks.fresh(Optional.of(CronJobChecks.positive(maxAge))));
    }

    private Check check(String predicate, CronJobProbe.Asked asked) {
        AllProbe<CronJob> probe = new AllProbe<>(server, namespace, new EachCronJob(asked), least);
        return AllJobs.check(ResourceType.CRON_JOB, namespace, predicate, least, probe);
    }

    record EachCronJob(CronJobProbe.Asked asked) implements AllProbe.Each<CronJob> {
        @Override
        public ResourceType<CronJob> type() {
            return ResourceType.CRON_JOB;
        }

        @Override
        public String expected() {
            return asked.expected();
        }

        @Override
        public String state() {
            return asked.state();
        }

        @Override
        public Optional<Health> of(CronJob cronJob, Instant now) {
            return Optional.of(asked.of(cronJob, now));
        }
    }
}
