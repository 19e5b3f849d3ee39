package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether runs are started, and whether the last success is of one of the last two periods. */
class CronJobScheduleTest {
    private static final Tree DAILY = Rule.CRON_JOB
            .healthy()
            .with("/spec/schedule", "0 2 * * *")
            .with("/spec/timeZone", "Europe/Paris")
            .with("/metadata/creationTimestamp", "2026-01-01T00:00:00Z")
            .with("/status/lastScheduleTime", "2026-03-01T01:00:00Z")
            .with("/status/lastSuccessfulTime", "2026-03-01T01:04:00Z");
    private static final Tree NEVER_RUN = DAILY.with("/status", Map.of());
    private static final Tree YOUNG = NEVER_RUN.with("/metadata/creationTimestamp", "2026-03-01T11:00:00Z");

    private static Health scheduled(Tree tree) {
        return CronJobSchedule.scheduled(tree.as(CronJob.class), NOW);
    }

    private static Health fresh(Tree tree) {
        return CronJobSchedule.fresh(tree.as(CronJob.class), NOW);
    }

    @Test
    void a_cron_job_that_was_started_on_time_is_scheduled() {
        assertHealth(scheduled(DAILY), HEALTHY, "0 2 * * *", "last start at 2026-03-01T01:00:00Z");
    }

    @Test
    void a_suspended_cron_job_is_suspended_whatever_its_schedule() {
        assertHealth(scheduled(DAILY.with("/spec/suspend", true)), SUSPENDED);
        assertHealth(scheduled(DAILY.with("/spec/suspend", true).with("/spec/schedule", "?")), SUSPENDED);
    }

    @Test
    void one_that_never_ran_is_scheduled_with_a_note_while_it_is_young() {
        assertHealth(scheduled(YOUNG), HEALTHY, "no run yet", "[no run yet]");
        assertHealth(scheduled(YOUNG.without("/status")), HEALTHY, "no run yet");
    }

    @Test
    void starts_that_were_missed_are_invisible_in_the_status_and_told_by_the_schedule() {
        assertHealth(
                scheduled(DAILY.with("/status/lastScheduleTime", "2026-02-26T01:00:00Z")),
                PROGRESSING,
                "no run was started for PT83H",
                "two periods (PT48H)");
        assertHealth(scheduled(NEVER_RUN), PROGRESSING, "no run was started for ");
        assertHealth(scheduled(DAILY.with("/spec/schedule", "*/5 * * * *")), PROGRESSING, "two periods (PT10M)");
    }

    @Test
    void a_run_in_progress_holds_up_the_next_start_and_is_scheduled() {
        Tree active = DAILY.with("/status/lastScheduleTime", "2026-02-20T01:00:00Z")
                .with("/status/active", List.of(Map.of("kind", "Job", "name", "backup-2")));
        assertHealth(scheduled(active), HEALTHY, "a run is in progress");
    }

    @Test
    void how_a_run_ended_does_not_matter_to_the_next_start() {
        assertHealth(scheduled(DAILY.without("/status/lastSuccessfulTime")), HEALTHY);
    }

    @Test
    void a_schedule_zone_or_time_that_cannot_be_read_is_unknown() {
        for (Tree odd : List.of(
                DAILY.with("/spec/schedule", "@sometimes"),
                DAILY.without("/spec/schedule"),
                DAILY.without("/spec"),
                DAILY.with("/spec/schedule", "0 0 30 2 *"),
                DAILY.with("/spec/timeZone", "Europe/Nowhere"))) {
            assertHealth(scheduled(odd), UNKNOWN, "cannot be read, or never falls due");
            assertHealth(fresh(odd), UNKNOWN, "give the age as a duration");
        }
        assertHealth(scheduled(DAILY.with("/status/lastScheduleTime", "noon")), UNKNOWN, "cannot be read");
        assertHealth(scheduled(NEVER_RUN.without("/metadata/creationTimestamp")), UNKNOWN, "cannot be read");
        assertHealth(
                scheduled(DAILY.with("/status/lastScheduleTime", "2026-03-01T12:02:00Z")), UNKNOWN, "in the future");
    }

    @Test
    void one_that_is_being_deleted_is_not_scheduled() {
        Tree leaving = DAILY.with("/metadata/deletionTimestamp", "2026-03-01T12:00:00Z");
        assertHealth(scheduled(leaving), PROGRESSING, "terminating");
        assertHealth(fresh(leaving), PROGRESSING, "terminating");
    }

    @Test
    void a_success_is_fresh_for_two_periods_of_the_schedule() {
        assertHealth(fresh(DAILY), HEALTHY, "at most PT48H expected");
        assertHealth(fresh(DAILY.with("/status/lastSuccessfulTime", "2026-02-27T12:00:00Z")), HEALTHY);
        assertHealth(fresh(DAILY.with("/status/lastSuccessfulTime", "2026-02-27T11:59:59Z")), FAILED, "PT48H1S ago");
        assertHealth(fresh(NEVER_RUN), FAILED, "never succeeded");
    }

    @Test
    void a_success_of_a_run_by_hand_is_fresh_where_none_was_scheduled_yet() {
        assertHealth(fresh(DAILY.without("/status/lastScheduleTime")), HEALTHY, "last success");
    }

    @Test
    void while_a_run_is_in_progress_an_old_success_may_still_become_a_new_one() {
        List<Map<String, String>> active = List.of(Map.of("kind", "Job", "name", "backup-2"));
        Tree old = DAILY.with("/status/lastSuccessfulTime", "2026-02-20T01:00:00Z");
        assertHealth(fresh(old.with("/status/active", active)), PROGRESSING, "a run is in progress");
        assertHealth(fresh(NEVER_RUN.with("/status/active", active)), PROGRESSING, "never succeeded");
    }
}
