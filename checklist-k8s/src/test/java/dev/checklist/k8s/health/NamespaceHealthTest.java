package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceHealthTest {

    private static final Tree ACTIVE = Rule.NAMESPACE.healthy();
    private static final Tree TERMINATING =
            ACTIVE.with("/status/phase", "Terminating").with("/metadata/deletionTimestamp", "2026-03-01T11:00:00Z");

    @Test
    void an_active_namespace_is_healthy() {
        assertHealth(Rule.NAMESPACE.judge(ACTIVE), HEALTHY, "Active");
    }

    @Test
    void a_terminating_namespace_is_progressing() {
        assertHealth(Rule.NAMESPACE.judge(TERMINATING), PROGRESSING, "terminating");
        assertHealth(Rule.NAMESPACE.judge(TERMINATING.without("/metadata")), PROGRESSING, "terminating");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NamespaceDeletionDiscoveryFailure",
                "NamespaceDeletionGroupVersionParsingFailure",
                "NamespaceDeletionContentFailure",
                "NamespaceContentRemaining",
                "NamespaceFinalizersRemaining"
            })
    void a_namespace_whose_deletion_is_stuck_is_failed(String type) {
        Tree stuck = TERMINATING.with(
                "/status/conditions", List.of(Map.of("type", type, "status", "True", "message", "what remains")));
        assertHealth(Rule.NAMESPACE.judge(stuck), FAILED, type, "what remains");
        assertHealth(Rule.NAMESPACE.judge(stuck.with("/status/conditions/0/status", "False")), PROGRESSING);
    }
}
