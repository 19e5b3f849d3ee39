package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateHealthTest {

    private static final Tree READY = Rule.CERTIFICATE.healthy();
    private static final Tree NOT_READY =
            READY.with("/status/conditions/0/status", "False").with("/status/conditions/0/reason", "DoesNotExist");
    private static final Map<String, Object> ISSUING = Map.of("type", "Issuing", "status", "True");

    private static Health judge(Tree certificate) {
        return Rule.CERTIFICATE.judge(certificate);
    }

    private static Health validFor(Tree certificate, int days) {
        return CertificateHealth.validFor(OperatorSubjects.view(certificate), Duration.ofDays(days), NOW);
    }

    @Test
    void a_renewal_of_a_good_certificate_does_not_make_it_progressing() {
        assertHealth(judge(READY.with("/status/conditions/1", ISSUING)), HEALTHY);
        assertHealth(
                judge(READY.with("/status/conditions", List.of(ISSUING, Map.of("type", "Ready", "status", "True")))),
                HEALTHY);
    }

    @Test
    void right_after_creation_it_is_issuing_and_not_failed() {
        assertHealth(judge(NOT_READY.with("/status/conditions/1", ISSUING)), PROGRESSING, "Issuing=True");
    }

    @Test
    void one_that_is_not_ready_and_not_being_issued_is_failed() {
        assertHealth(judge(NOT_READY), FAILED, "DoesNotExist");
        assertHealth(
                judge(NOT_READY.with("/status/conditions/1", Map.of("type", "Issuing", "status", "False"))), FAILED);
    }

    @Test
    void without_a_condition_it_is_progressing() {
        assertHealth(judge(READY.without("/status")), PROGRESSING, "not reported");
        assertHealth(judge(READY.with("/status/conditions", List.of())), PROGRESSING);
        assertHealth(judge(READY.with("/status/conditions/0/status", "Unknown")), PROGRESSING);
    }

    @Test
    void a_failing_renewal_leaves_it_ready_with_a_note() {
        assertHealth(
                judge(READY.with("/status/failedIssuanceAttempts", 2)
                        .with("/status/lastFailureTime", "2026-03-01T09:00:00Z")),
                HEALTHY,
                "its renewal fails: 2 failed attempts, the last at 2026-03-01T09:00:00Z");
        assertHealth(
                judge(READY.with("/status/renewalTime", "2026-02-28T00:00:00Z")),
                HEALTHY,
                "its renewal was due at 2026-02-28T00:00:00Z");
        assertThat(judge(READY).notes()).isEmpty();
    }

    @Test
    void one_that_is_ready_but_expired_is_failed() {
        assertHealth(judge(READY.with("/status/notAfter", "2026-03-01T12:00:00Z")), FAILED, "it expired at");
        assertHealth(judge(READY.with("/status/notBefore", "2026-03-01T12:00:01Z")), PROGRESSING, "not valid before");
        assertHealth(judge(READY.with("/status/notAfter", "soon")), UNKNOWN);
    }

    @Test
    void it_is_valid_for_as_long_as_its_last_day_says() {
        assertHealth(validFor(READY, 44), HEALTHY, "valid until 2026-04-15T00:00:00Z");
        assertHealth(validFor(READY, 45), FAILED, "it expires at 2026-04-15T00:00:00Z");
        assertHealth(validFor(READY.without("/status/notAfter"), 1), UNKNOWN, "missing");
        assertHealth(validFor(NOT_READY, 1), FAILED, "DoesNotExist");
    }

    @Test
    void a_condition_of_an_older_generation_is_ignored_in_both_directions() {
        assertHealth(judge(READY.with("/metadata/generation", 3)), PROGRESSING, "generation 3 is not observed");
        assertHealth(judge(NOT_READY.with("/metadata/generation", 3)), PROGRESSING, "generation 3 is not observed");
    }

    @ParameterizedTest
    @EnumSource(names = {"ISSUER", "CLUSTER_ISSUER"})
    void an_issuer_is_healthy_failed_or_progressing_as_ready_is_true_false_or_none(Rule rule) {
        Tree issuer = rule.healthy();
        assertHealth(rule.judge(issuer), HEALTHY, "Ready");
        assertHealth(rule.judge(issuer.with("/status/conditions/0/status", "False")), FAILED, "ACMEAccountRegistered");
        assertHealth(rule.judge(issuer.without("/status")), PROGRESSING, "not reported");
        assertHealth(rule.judge(issuer.with("/metadata/generation", 2)), PROGRESSING, "generation 2");
    }
}
