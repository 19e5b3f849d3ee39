package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CronJobHealthTest {

    private static final Tree SUCCEEDED = Rule.CRON_JOB.healthy();
    private static final Tree LAGGING = SUCCEEDED.with("/status/lastSuccessfulTime", "2026-02-28T01:04:00Z");
    private static final Tree NEVER_SUCCEEDED = SUCCEEDED.without("/status/lastSuccessfulTime");
    private static final Tree NEVER_RUN = SUCCEEDED.with("/status", Map.of());
    private static final List<Map<String, String>> ACTIVE = List.of(Map.of("kind", "Job", "name", "backup-2"));

    private static final Tree GOOD_RUN = Rule.JOB
            .healthy()
            .with("/metadata/name", "backup-1")
            .with("/metadata/ownerReferences", List.of(owner(SUCCEEDED.at("/metadata/uid"))));
    private static final Tree BAD_RUN = GOOD_RUN.with("/status/conditions/1/type", "Failed")
            .with("/status/conditions/1/reason", "DeadlineExceeded");
    private static final Tree UNFINISHED =
            GOOD_RUN.with("/metadata/creationTimestamp", "2026-03-01T11:00:00Z").with("/status", Map.of("active", 1));

    @Test
    void a_cron_job_whose_last_run_succeeded_is_healthy() {
        assertHealth(Rule.CRON_JOB.judge(SUCCEEDED), HEALTHY, "last success at 2026-03-01T01:04:10Z");
    }

    @Test
    void a_suspended_cron_job_is_suspended() {
        assertHealth(Rule.CRON_JOB.judge(SUCCEEDED.with("/spec/suspend", true)), SUSPENDED);
    }

    @Test
    void a_cron_job_that_has_not_run_yet_is_healthy_with_a_note() {
        assertHealth(Rule.CRON_JOB.judge(NEVER_RUN), HEALTHY, "[no run yet]");
        assertHealth(Rule.CRON_JOB.judge(NEVER_RUN.without("/status")), HEALTHY, "no run yet");
    }

    @Test
    void a_cron_job_that_ran_without_ever_succeeding_is_progressing() {
        assertHealth(Rule.CRON_JOB.judge(NEVER_SUCCEEDED), PROGRESSING, "never succeeded");
        assertHealth(Rule.CRON_JOB.judge(NEVER_SUCCEEDED.with("/status/active", ACTIVE)), PROGRESSING);
    }

    @Test
    void a_last_run_without_success_fails_unless_it_still_runs() {
        assertHealth(Rule.CRON_JOB.judge(LAGGING), FAILED, "did not succeed");
        assertHealth(
                Rule.CRON_JOB.judge(LAGGING.with("/status/active", ACTIVE)),
                HEALTHY,
                "a run is in progress",
                "not judged");
    }

    @Test
    void a_success_of_a_run_by_hand_is_a_success() {
        Tree byHand = SUCCEEDED.without("/status/lastScheduleTime");
        assertHealth(Rule.CRON_JOB.judge(byHand), HEALTHY, "last success");
        assertHealth(lastRun(byHand), HEALTHY, "last success");
        assertHealth(fresh(byHand, Duration.ofHours(24)), HEALTHY, "last success");
    }

    @Test
    void while_a_run_is_in_progress_the_one_before_it_decides() {
        Tree active = LAGGING.with("/status/active", ACTIVE);
        assertHealth(
                lastRun(active, UNFINISHED, BAD_RUN), FAILED, "running; before it, job backup-1", "DeadlineExceeded");
        assertHealth(lastRun(active, UNFINISHED, GOOD_RUN), HEALTHY, "job backup-1");
        assertHealth(lastRun(active, UNFINISHED), PROGRESSING, "no finished run is left");
        assertThat(lastRun(active).fields()).containsEntry("status.active", "1");
    }

    @Test
    void the_newest_finished_run_is_the_one_that_was_created_last() {
        Tree active = LAGGING.with("/status/active", ACTIVE);
        Tree older = BAD_RUN.with("/metadata/creationTimestamp", "2026-02-27T01:00:00Z");
        assertHealth(lastRun(active, older, GOOD_RUN), HEALTHY);
        assertHealth(lastRun(active, GOOD_RUN, older), HEALTHY);
        Tree ageless = BAD_RUN.without("/metadata/creationTimestamp");
        assertHealth(lastRun(active, ageless, GOOD_RUN), HEALTHY);
    }

    @Test
    void a_run_of_another_cron_job_does_not_count() {
        Tree foreign = BAD_RUN.with("/metadata/ownerReferences", List.of(owner("other")));
        assertHealth(lastRun(LAGGING.with("/status/active", ACTIVE), foreign), PROGRESSING, "no finished run");
    }

    @Test
    void a_last_run_that_failed_is_quoted() {
        assertHealth(lastRun(SUCCEEDED, GOOD_RUN), HEALTHY);
        assertHealth(lastRun(LAGGING, BAD_RUN), FAILED, "did not succeed", "job backup-1", "DeadlineExceeded");
        assertHealth(lastRun(LAGGING), FAILED, "did not succeed");
        assertHealth(lastRun(LAGGING, GOOD_RUN), FAILED, "last success is of 2026-02-28T01:04:00Z [");
        assertHealth(lastRun(NEVER_SUCCEEDED, BAD_RUN), FAILED, "job backup-1", "DeadlineExceeded");
        assertHealth(lastRun(NEVER_SUCCEEDED, GOOD_RUN), HEALTHY, "job backup-1: Complete");
        assertHealth(lastRun(NEVER_RUN), PROGRESSING, "no run has finished");
    }

    @Test
    void a_success_is_fresh_up_to_its_greatest_age() {
        Duration age = Duration.between(Instant.parse("2026-03-01T01:04:10Z"), NOW);
        assertHealth(fresh(SUCCEEDED, age), HEALTHY, "PT10H55M50S ago");
        assertHealth(fresh(SUCCEEDED, age.minusSeconds(1)), FAILED, "at most PT10H55M49S expected");
        assertHealth(fresh(NEVER_SUCCEEDED, age), FAILED, "never succeeded");
    }

    @Test
    void a_success_in_the_future_is_not_fresh_but_unknown() {
        Tree skewed = SUCCEEDED.with("/status/lastSuccessfulTime", "2026-03-01T12:01:00Z");
        assertHealth(fresh(skewed, Duration.ofHours(1)), HEALTHY);
        assertHealth(
                fresh(skewed.with("/status/lastSuccessfulTime", "2026-03-01T12:01:01Z"), Duration.ofHours(1)),
                UNKNOWN,
                "in the future");
    }

    @Test
    void what_the_runs_of_a_suspended_cron_job_were_stays_true_with_a_note() {
        Tree suspended = SUCCEEDED.with("/spec/suspend", true);
        assertHealth(lastRun(suspended), HEALTHY, "[suspended]");
        assertHealth(fresh(suspended, Duration.ofDays(1)), HEALTHY, "[suspended]");
    }

    @Test
    void a_time_that_cannot_be_read_is_unknown_to_every_rule() {
        for (String field : List.of("lastScheduleTime", "lastSuccessfulTime")) {
            Tree odd = SUCCEEDED.with("/status/" + field, "noon");
            assertHealth(Rule.CRON_JOB.judge(odd), UNKNOWN, "cannot be read");
            assertHealth(lastRun(odd), UNKNOWN, "cannot be read");
            assertHealth(fresh(odd, Duration.ofDays(1)), UNKNOWN, "cannot be read");
        }
    }

    private static Map<String, Object> owner(Object uid) {
        return Map.of("kind", "CronJob", "name", "backup", "uid", uid, "controller", true);
    }

    private static Health lastRun(Tree cronJob, Tree... jobs) {
        return CronJobHealth.lastRun(
                cronJob.as(CronJob.class),
                Arrays.stream(jobs).map(job -> job.as(Job.class)).toList(),
                NOW);
    }

    private static Health fresh(Tree cronJob, Duration maxAge) {
        return CronJobHealth.fresh(cronJob.as(CronJob.class), maxAge, NOW);
    }
}
