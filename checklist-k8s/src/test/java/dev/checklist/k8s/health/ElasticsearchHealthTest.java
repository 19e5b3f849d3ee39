package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchHealthTest {

    private static final Tree GREEN = Rule.ELASTICSEARCH.healthy();

    private static Health judge(Tree elasticsearch) {
        return Rule.ELASTICSEARCH.judge(elasticsearch);
    }

    private static Health allowingYellow(Tree elasticsearch) {
        return ElasticsearchHealth.of(OperatorSubjects.view(elasticsearch), true, Rule.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid", "Stalled"})
    void a_phase_that_is_invalid_or_stalled_is_failed_before_nodes_are_counted(String phase) {
        assertHealth(judge(GREEN.with("/status/phase", phase).with("/status/availableNodes", 1)), FAILED, phase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApplyingChanges", "MigratingData"})
    void any_other_phase_is_progressing(String phase) {
        assertHealth(judge(GREEN.with("/status/phase", phase)), PROGRESSING, phase);
        assertHealth(judge(GREEN.with("/status/phase", phase).with("/status/health", "red")), PROGRESSING);
    }

    @Test
    void red_is_failed_and_yellow_is_progressing_unless_it_is_allowed() {
        Tree yellow = GREEN.with("/status/health", "yellow");
        assertHealth(judge(GREEN.with("/status/health", "red")), FAILED, "red");
        assertHealth(judge(yellow), PROGRESSING, "green is expected");
        assertHealth(allowingYellow(yellow), HEALTHY, "yellow");
        assertHealth(allowingYellow(GREEN), HEALTHY, "green");
        assertHealth(allowingYellow(GREEN.with("/status/health", "red")), FAILED);
        assertHealth(allowingYellow(yellow.with("/status/availableNodes", 2)), PROGRESSING, "2 of 3 nodes");
    }

    @Test
    void without_phase_or_health_it_is_unknown() {
        assertHealth(judge(GREEN.without("/status/phase")), UNKNOWN, "phase");
        assertHealth(judge(GREEN.without("/status/health")), UNKNOWN, "health");
        assertHealth(judge(GREEN.with("/status/health", "unknown")), UNKNOWN);
        assertHealth(judge(GREEN.with("/status/health", "blue")), UNKNOWN, "blue");
    }

    @Test
    void one_whose_orchestration_is_paused_is_suspended() {
        Tree paused = GREEN.with("/status/conditions/2", Map.of("type", "OrchestrationPaused", "status", "True"));
        assertHealth(judge(paused), SUSPENDED, "OrchestrationPaused");
        assertHealth(judge(paused.with("/status/health", "red")), FAILED, "red");
    }

    @Test
    void as_many_nodes_are_available_as_all_node_sets_want_neither_fewer_nor_more() {
        assertHealth(judge(GREEN.with("/status/availableNodes", 2)), PROGRESSING, "2 of 3 nodes available");
        assertHealth(judge(GREEN.without("/status/availableNodes")), PROGRESSING, "0 of 3 nodes available");
        assertHealth(judge(GREEN.with("/status/availableNodes", 4)), PROGRESSING, "4 of 3 nodes available");
        assertHealth(judge(GREEN.without("/spec/nodeSets").without("/status/availableNodes")), UNKNOWN, "no node");
    }

    @Test
    void a_health_of_long_ago_does_not_count_when_it_cannot_be_reached() {
        assertHealth(
                judge(GREEN.with("/status/conditions/0/status", "False")), PROGRESSING, "ElasticsearchIsReachable");
    }

    @Test
    void an_older_version_that_still_runs_is_progressing() {
        assertHealth(judge(GREEN.with("/status/version", "8.10.0")), PROGRESSING, "8.10.0 still runs");
        assertHealth(judge(GREEN.with("/status/conditions/1/status", "False")), PROGRESSING, "RunningDesiredVersion");
    }
}
