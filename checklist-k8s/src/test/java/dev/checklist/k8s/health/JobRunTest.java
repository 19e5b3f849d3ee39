package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Job keeps its name: an older run must not pass for this one. */
class JobRunTest {
    private static final Tree DONE = Rule.JOB
            .healthy()
            .with("/metadata/creationTimestamp", "2026-03-01T10:00:00Z")
            .with("/status/completionTime", "2026-03-01T10:05:00Z");

    private static Health since(Tree tree, String start) {
        Job job = tree.as(Job.class);
        return JobRun.since(job, JobHealth.of(job, NOW), Instant.parse(start));
    }

    @Test
    void a_run_that_was_created_and_completed_after_the_start_counts() {
        assertHealth(since(DONE, "2026-03-01T09:59:59Z"), HEALTHY, "created at 2026-03-01T10:00:00Z");
    }

    @Test
    void a_job_name_reused_by_a_new_apply_may_show_the_previous_run() {
        assertHealth(since(DONE, "2026-03-01T10:00:01Z"), PROGRESSING, "it is an older run");
        assertHealth(since(DONE, "2026-03-01T11:00:00Z"), PROGRESSING, "completed at 2026-03-01T10:05:00Z");
    }

    @Test
    void times_of_the_server_are_whole_seconds() {
        assertHealth(since(DONE, "2026-03-01T10:00:00.999Z"), HEALTHY);
    }

    @Test
    void times_compare_as_instants_whatever_their_offset() {
        assertHealth(
                since(DONE.with("/metadata/creationTimestamp", "2026-03-01T11:00:00+01:00"), "2026-03-01T10:00:00Z"),
                HEALTHY);
    }

    @Test
    void a_run_without_its_times_cannot_be_told_from_an_older_one() {
        for (String pointer : List.of("/metadata/creationTimestamp", "/status/completionTime")) {
            assertHealth(since(DONE.without(pointer), "2026-03-01T09:00:00Z"), UNKNOWN, "cannot be read");
            assertHealth(since(DONE.with(pointer, "noon"), "2026-03-01T09:00:00Z"), UNKNOWN, "cannot be read");
        }
    }

    @Test
    void a_run_that_did_not_succeed_is_left_as_it_is() {
        Tree running = DONE.with("/status", Map.of("active", 1));
        assertHealth(since(running, "2026-03-01T11:00:00Z"), PROGRESSING, "not complete");
    }
}
