package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class APIServiceHealthTest {

    private static final Tree AVAILABLE = Rule.API_SERVICE.healthy();

    @Test
    void an_available_api_service_is_healthy() {
        assertHealth(Rule.API_SERVICE.judge(AVAILABLE), HEALTHY, "Available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ServiceNotFound", "MissingEndpoints", "FailedDiscoveryCheck"})
    void an_api_service_that_is_not_available_may_come_back_and_says_why(String reason) {
        Tree down = AVAILABLE.with("/status/conditions/0/status", "False").with("/status/conditions/0/reason", reason);
        assertHealth(Rule.API_SERVICE.judge(down), PROGRESSING, reason);
    }

    @Test
    void an_api_service_that_says_nothing_is_progressing() {
        assertHealth(Rule.API_SERVICE.judge(AVAILABLE.without("/status")), PROGRESSING, "not reported yet");
    }
}
