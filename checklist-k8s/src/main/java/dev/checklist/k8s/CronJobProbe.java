package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.CronJobHealth;
import dev.checklist.k8s.health.CronJobSchedule;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Judges one CronJob by its own status. */
record CronJobProbe(Place place, Asked asked) implements ObjectProbe {

    /** Is the question that a line asks of a CronJob. */
    sealed interface Asked {
        String expected();

        String state();

        Health of(CronJob cronJob, Instant now);
    }

    record Scheduled() implements Asked {
        @Override
        public String expected() {
            return "runs to be scheduled";
        }

        @Override
        public String state() {
            return "scheduled";
        }

        @Override
        public Health of(CronJob cronJob, Instant now) {
            return CronJobSchedule.scheduled(cronJob, now);
        }
    }

    /** Asks for a success within a time, or within two periods of the schedule. */
    record Fresh(Optional<Duration> maxAge) implements Asked {
        @Override
        public String expected() {
            return "a recent success";
        }

        @Override
        public String state() {
            return "fresh";
        }

        @Override
        public Health of(CronJob cronJob, Instant now) {
            return maxAge.map(age -> CronJobHealth.fresh(cronJob, age, now))
                    .orElseGet(() -> CronJobSchedule.fresh(cronJob, now));
        }
    }

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.CRON_JOB, place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        return Outcomes.of(asked.expected(), asked.of(reader.get(ResourceType.CRON_JOB, place), reader.now()));
    }
}
