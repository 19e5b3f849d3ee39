package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for CronJobs: the object itself, its last finished run, and how long ago it succeeded. */
public final class CronJobHealth {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
    private static final String SCHEDULED = "status.lastScheduleTime";
    private static final String SUCCEEDED = "status.lastSuccessfulTime";

    private CronJobHealth() {}

    /**
     * Judges the CronJob by its own status. One that never ran, or runs just now after an earlier success, is healthy
     * with a note; whether its runs succeed is {@link #lastRun}.
     *
     * @param cronJob the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(CronJob cronJob, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, cronJob, now)
                .or(() -> isSuspended(facts, cronJob) ? Optional.of(facts.suspended("suspended")) : Optional.empty())
                .orElseGet(() -> Runs.read(facts, cronJob)
                        .map(runs -> runs.ofObject(facts))
                        .orElseGet(() -> unreadable(facts)));
    }

    /**
     * Judges the newest finished run: while one is active, the verdict is that of the run before it.
     *
     * @param cronJob the object as read
     * @param jobs any Jobs of its namespace; those that it does not control are passed over
     * @param now the time of the observation
     * @return the verdict; progressing when no run has finished yet
     */
    public static Health lastRun(CronJob cronJob, Collection<Job> jobs, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, cronJob, now)
                .orElseGet(() -> Runs.read(facts, noted(facts, cronJob))
                        .map(runs -> runs.ofLastRun(facts, newestFinished(cronJob, jobs, now), now))
                        .orElseGet(() -> unreadable(facts)));
    }

    /**
     * Judges whether the last success is recent. It is the time of completion, also of a run started by hand; while a
     * run is in progress an old success is progressing.
     *
     * @param cronJob the object as read
     * @param maxAge the longest time since the last success
     * @param now the time of the observation
     * @return the verdict; unknown when the success lies in the future, because then the clocks disagree
     */
    public static Health fresh(CronJob cronJob, Duration maxAge, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, cronJob, now).orElseGet(() -> {
            Optional<Runs> runs = Runs.read(facts, noted(facts, cronJob));
            if (runs.isEmpty()) {
                return unreadable(facts);
            }
            Instant succeeded = runs.get().succeeded;
            boolean active = runs.get().active;
            if (succeeded == null && active) {
                return facts.progressing("running, and never succeeded before");
            }
            if (succeeded == null) {
                return facts.failed("never succeeded, a success within " + maxAge + " expected");
            }
            Duration age = Duration.between(succeeded, now);
            if (age.compareTo(CLOCK_SKEW.negated()) < 0) {
                return facts.unknown("last success at " + succeeded + " is in the future: the clocks disagree");
            }
            String found = "last success at " + succeeded + ", " + age + " ago, at most " + maxAge + " expected";
            if (age.compareTo(maxAge) <= 0) {
                return facts.healthy(found);
            }
            return active ? facts.progressing(found + "; a run is in progress") : facts.failed(found);
        });
    }

    private static boolean isSuspended(Facts facts, CronJob cronJob) {
        Boolean suspend = cronJob.getSpec() == null ? null : cronJob.getSpec().getSuspend();
        facts.see("spec.suspend", suspend);
        return Boolean.TRUE.equals(suspend);
    }

    /** What its runs were is true of a suspended one too; that no more will come should be seen. */
    private static CronJob noted(Facts facts, CronJob cronJob) {
        if (isSuspended(facts, cronJob)) {
            facts.note("suspended");
        }
        return cronJob;
    }

    private static Health unreadable(Facts facts) {
        return facts.unknown("a time of its last runs cannot be read");
    }

    private static Optional<Job> newestFinished(CronJob cronJob, Collection<Job> jobs, Instant now) {
        return Ownership.controlledBy(cronJob, jobs).stream()
                .filter(job -> switch (JobHealth.of(job, now).state()) {
                    case HEALTHY, FAILED -> true;
                    default -> false;
                })
                .max(Comparator.comparing(
                        job -> Times.instant(Universal.metadata(job).getCreationTimestamp())
                                .orElse(Instant.MIN)));
    }

    /** The two times as instants: as text they compare wrongly as soon as an offset differs. */
    private record Runs(
            @Nullable Instant scheduled, @Nullable Instant succeeded, boolean active) {

        static Optional<Runs> read(Facts facts, CronJob cronJob) {
            CronJobStatus status = Objects.requireNonNullElseGet(cronJob.getStatus(), CronJobStatus::new);
            facts.see(SCHEDULED, status.getLastScheduleTime());
            facts.see(SUCCEEDED, status.getLastSuccessfulTime());
            Instant scheduled = Times.instant(status.getLastScheduleTime()).orElse(null);
            Instant succeeded = Times.instant(status.getLastSuccessfulTime()).orElse(null);
            boolean active = status.getActive() != null && !status.getActive().isEmpty();
            facts.see("status.active", active ? status.getActive().size() : 0);
            boolean readable = (scheduled == null) == (status.getLastScheduleTime() == null)
                    && (succeeded == null) == (status.getLastSuccessfulTime() == null);
            return readable ? Optional.of(new Runs(scheduled, succeeded, active)) : Optional.empty();
        }

        Health ofObject(Facts facts) {
            if (scheduled == null && succeeded == null) {
                facts.note("no run yet");
                return facts.healthy("scheduled, no run yet");
            }
            if (succeeded == null) {
                return facts.progressing("scheduled at " + scheduled + ", never succeeded");
            }
            if (active) {
                facts.note("a run is in progress: the one before it is not judged here");
                return facts.healthy("running, last success at " + succeeded);
            }
            return ofLastTimes(facts, succeeded);
        }

        Health ofLastRun(Facts facts, Optional<Job> finished, Instant now) {
            Optional<Health> lastJob = finished.map(job -> JobHealth.of(job, now));
            String name = finished.map(job -> "job " + Universal.metadata(job).getName() + ": ")
                    .orElse("");
            if (active) {
                return lastJob.map(job -> facts.verdict(job.state(), "running; before it, " + name + job.reason()))
                        .orElseGet(() -> facts.progressing("running, and no finished run is left to judge"));
            }
            if (succeeded == null) {
                // The Job may be complete a moment before the CronJob says so.
                return lastJob.map(job -> facts.verdict(job.state(), name + job.reason()))
                        .orElseGet(() -> facts.progressing("no run has finished"));
            }
            Health health = ofLastTimes(facts, succeeded);
            return health.isHealthy()
                    ? health
                    : lastJob.filter(job -> !job.isHealthy())
                            .map(job -> facts.failed(health.reason() + "; " + name + job.reason()))
                            .orElse(health);
        }

        private Health ofLastTimes(Facts facts, Instant lastSuccess) {
            return scheduled != null && lastSuccess.isBefore(scheduled)
                    ? facts.failed(
                            "the run of " + scheduled + " did not succeed, the last success is of " + lastSuccess)
                    : facts.healthy("last success at " + lastSuccess);
        }
    }
}
