package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomResourceHealthTest {

    private static final Tree READY = Rule.CUSTOM.healthy();

    private static Health judge(Tree widget) {
        return Rule.CUSTOM.judge(widget);
    }

    private static Tree with(String type, String status, String reason) {
        return READY.with("/status/conditions/4", Map.of("type", type, "status", status, "reason", reason));
    }

    @Test
    void without_a_ready_condition_it_is_unknown_and_the_author_has_to_say_what_counts() {
        assertHealth(judge(READY.without("/status")), UNKNOWN, "no Ready condition", "name the condition");
        assertHealth(judge(READY.with("/status/conditions/0/type", "ready")), UNKNOWN);
        assertHealth(judge(READY.with("/status/conditions/0/type", "Available")), UNKNOWN);
        assertHealth(judge(READY.with("/status", Map.of("phase", "Running", "observedGeneration", 3))), UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Synced, False, ReconcileSuccess, PROGRESSING",
        "Synced, False, ReconcileError, FAILED",
        "Healthy, False, Checking, PROGRESSING",
        "Healthy, False, ProbeFailed, FAILED",
        "Fallback, True, Waiting, PROGRESSING",
        "Degraded, True, Anything, FAILED",
        "Failed, True, Anything, FAILED",
        "Paused, True, Anything, SUSPENDED",
        "Suspended, True, Anything, SUSPENDED"
    })
    void ready_is_not_healthy_when_another_condition_contradicts_it(
            String type, String status, String reason, Health.State state) {
        assertHealth(judge(with(type, status, reason)), state, "Ready, but " + type + "=" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateFailed", "SyncError", "InvalidSpec", "AccessDenied", "Forbidden", "Rejected"})
    void not_ready_is_failed_when_the_reason_says_so(String reason) {
        Tree not = READY.with("/status/conditions/0/status", "False");
        assertHealth(judge(not.with("/status/conditions/0/reason", reason)), FAILED, reason);
        assertHealth(judge(not.with("/status/conditions/0/reason", "Creating")), PROGRESSING, "Creating");
        assertHealth(judge(not.without("/status/conditions/0/reason")), PROGRESSING);
    }

    @Test
    void ready_that_is_unknown_or_said_twice_differently_is_progressing() {
        assertHealth(judge(READY.with("/status/conditions/0/status", "Unknown")), PROGRESSING);
        assertHealth(judge(READY.with("/status/conditions/0/status", true)), PROGRESSING);
        assertHealth(judge(with("Ready", "False", "Other")), PROGRESSING, "Other");
    }

    @Test
    void a_ready_of_an_older_generation_is_progressing_and_the_conditions_own_counts_before_the_status_s() {
        assertHealth(judge(READY.with("/metadata/generation", 4)), PROGRESSING, "generation 4 is not observed");
        assertHealth(judge(READY.with("/status/conditions/0/observedGeneration", 2)), PROGRESSING, "generation 2");
        Tree behind = READY.with("/status/observedGeneration", 2);
        assertHealth(judge(behind), PROGRESSING, "generation 2");
        assertHealth(judge(behind.with("/status/conditions/0/observedGeneration", 3)), HEALTHY);
    }

    @Test
    void a_contradiction_of_an_older_generation_is_ignored() {
        Tree degraded = with("Degraded", "True", "Old");
        assertHealth(judge(degraded), FAILED);
        assertHealth(judge(degraded.with("/status/conditions/4/observedGeneration", 2)), HEALTHY);
    }

    @Test
    void one_that_reports_no_generation_is_healthy_with_a_note() {
        assertHealth(judge(READY.without("/status/observedGeneration")), HEALTHY, "no observedGeneration");
        assertThat(judge(READY).notes()).isEmpty();
    }

    @Test
    void conditions_that_are_no_list_of_conditions_prove_nothing() {
        assertHealth(judge(READY.with("/status/conditions", Map.of("Ready", "True"))), UNKNOWN);
        assertHealth(judge(READY.with("/status/conditions", List.of("Ready"))), UNKNOWN);
        assertHealth(judge(READY.with("/status/conditions", "Ready")), UNKNOWN);
        assertHealth(judge(READY.with("/status/conditions/0/status", "Suspended")), PROGRESSING);
    }
}
