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

class PsmdbHealthTest {

    private static final Tree READY = Rule.PSMDB.healthy();

    private static Health judge(Tree mongodb) {
        return Rule.PSMDB.judge(mongodb);
    }

    private static Health initialized(Tree mongodb) {
        return PsmdbHealth.initialized(OperatorSubjects.view(mongodb), Rule.NOW);
    }

    @Test
    void an_error_is_failed_before_the_generation_is_asked() {
        Tree error = READY.with("/status/state", "error")
                .with("/status/message", "no such user")
                .with("/metadata/generation", 3);
        assertHealth(judge(error), FAILED, "state error: no such user");
    }

    @Test
    void a_state_of_an_older_generation_is_progressing() {
        assertHealth(judge(READY.with("/metadata/generation", 3)), PROGRESSING, "generation 3 is not observed");
    }

    @Test
    void it_is_ready_when_every_member_is_and_there_is_one() {
        assertHealth(judge(READY), HEALTHY, "3 of 3 members ready");
        assertHealth(judge(READY.with("/status/ready", 2)), PROGRESSING, "2 of 3 members");
        assertHealth(judge(READY.without("/status/ready")), PROGRESSING, "0 of 3 members");
        assertHealth(judge(READY.with("/status/size", 0).with("/status/ready", 0)), UNKNOWN, "no member");
        assertHealth(judge(READY.without("/status/size")), UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"initializing", "stopping", "sharding"})
    void a_state_on_the_way_is_progressing(String state) {
        assertHealth(judge(READY.with("/status/state", state)), PROGRESSING, state);
    }

    @Test
    void a_paused_one_is_suspended_and_a_state_that_is_empty_or_new_is_unknown() {
        assertHealth(judge(READY.with("/status/state", "paused")), SUSPENDED, "paused");
        assertHealth(judge(READY.with("/status/state", "")), UNKNOWN);
        assertHealth(judge(READY.without("/status/state")), UNKNOWN);
        assertHealth(judge(READY.with("/status/state", "Ready")), UNKNOWN, "\"Ready\"");
    }

    @Test
    void its_conditions_are_a_log_and_prove_nothing() {
        assertHealth(judge(READY.without("/status/state")), UNKNOWN);
        assertHealth(judge(READY.with("/status/state", "initializing")), PROGRESSING);
    }

    @Test
    void a_pending_smart_update_is_a_note() {
        Tree pending = READY.with("/status/conditions/2", Map.of("type", "pendingSmartUpdate", "status", "True"));
        assertHealth(judge(pending), HEALTHY, "a smart update is pending");
    }

    @Test
    void every_replica_set_has_to_be_initialised_and_there_has_to_be_one() {
        assertHealth(initialized(READY), HEALTHY, "rs0");
        assertHealth(initialized(READY.with("/status/replsets/rs0/initialized", false)), PROGRESSING, "rs0");
        assertHealth(initialized(READY.with("/status/replsets/cfg", Map.of("ready", 3))), PROGRESSING, "cfg");
        assertHealth(initialized(READY.without("/status/replsets")), UNKNOWN, "no replica set");
        assertHealth(initialized(READY.with("/status/state", "error")), FAILED);
    }
}
