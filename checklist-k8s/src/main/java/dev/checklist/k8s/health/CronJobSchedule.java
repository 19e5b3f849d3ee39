package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules for CronJobs that need their schedule: its status does not tell that a run was missed. The schedule is read
 * in {@code spec.timeZone}; without one, in UTC, since the zone of the controller cannot be seen.
 */
public final class CronJobSchedule {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private CronJobSchedule() {}

    /**
     * Judges whether runs are started: it is not suspended, and the last start is no older than two periods of its
     * schedule. One that is younger and never ran is healthy with a note; how its runs end is judged elsewhere.
     *
     * @param cronJob the object as read
     * @param now the time of the observation
     * @return the verdict; unknown where the schedule or a time cannot be read
     */
    public static Health scheduled(CronJob cronJob, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, cronJob, now).orElseGet(() -> {
            CronJobSpec spec = spec(cronJob);
            facts.see("spec.suspend", spec.getSuspend());
            if (Boolean.TRUE.equals(spec.getSuspend())) {
                return facts.suspended("no run is started (spec.suspend is true)");
            }
            facts.see("spec.schedule", spec.getSchedule());
            facts.see("spec.timeZone", spec.getTimeZone());
            Optional<Duration> longest = twoPeriods(cronJob, now);
            return longest.isEmpty() ? facts.unknown(unreadable(cronJob)) : started(facts, cronJob, longest.get(), now);
        });
    }

    /**
     * Judges whether the last success is at most two periods of the schedule old.
     *
     * @param cronJob the object as read
     * @param now the time of the observation
     * @return the verdict; unknown where the schedule cannot be read
     */
    public static Health fresh(CronJob cronJob, Instant now) {
        return twoPeriods(cronJob, now)
                .map(longest -> CronJobHealth.fresh(cronJob, longest, now))
                .orElseGet(() -> new Facts().unknown(unreadable(cronJob)));
    }

    private static Health started(Facts facts, CronJob cronJob, Duration longest, Instant now) {
        CronJobStatus status = Objects.requireNonNullElseGet(cronJob.getStatus(), CronJobStatus::new);
        boolean active = !Absent.list(status.getActive()).isEmpty();
        String schedule = "scheduled \"" + spec(cronJob).getSchedule() + "\"";
        facts.see("status.lastScheduleTime", status.getLastScheduleTime());
        boolean everRan = status.getLastScheduleTime() != null;
        Optional<Duration> age = Times.age(
                everRan
                        ? status.getLastScheduleTime()
                        : Universal.metadata(cronJob).getCreationTimestamp(),
                now);
        if (age.isEmpty()) {
            return facts.unknown("the time of its last start cannot be read");
        }
        if (age.get().compareTo(CLOCK_SKEW.negated()) < 0) {
            return facts.unknown("its last start is in the future: the clocks disagree");
        }
        if (active) {
            return facts.healthy(schedule + ", a run is in progress");
        }
        if (age.get().compareTo(longest) > 0) {
            return facts.progressing(schedule + ", but no run was started for " + age.get()
                    + ", which is more than two periods (" + longest + ")");
        }
        if (!everRan) {
            facts.note("no run yet");
        }
        return facts.healthy(schedule + (everRan ? ", last start at " + status.getLastScheduleTime() : ", no run yet"));
    }

    private static Optional<Duration> twoPeriods(CronJob cronJob, Instant now) {
        String schedule = Absent.text(spec(cronJob).getSchedule());
        return zone(spec(cronJob))
                .flatMap(zone -> CronSchedule.of(schedule).flatMap(read -> read.twoPeriods(now, zone)));
    }

    private static Optional<ZoneId> zone(CronJobSpec spec) {
        try {
            return Optional.of(spec.getTimeZone() == null ? ZoneOffset.UTC : ZoneId.of(spec.getTimeZone()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static String unreadable(CronJob cronJob) {
        return "its schedule \"" + spec(cronJob).getSchedule() + "\" in the time zone "
                + spec(cronJob).getTimeZone() + " cannot be read, or never falls due: give the age as a duration";
    }

    private static CronJobSpec spec(CronJob cronJob) {
        return Objects.requireNonNullElseGet(cronJob.getSpec(), CronJobSpec::new);
    }
}
