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

class CnpgClusterHealthTest {

    private static final Tree READY = Rule.CNPG_CLUSTER.healthy();

    private static Health judge(Tree cluster) {
        return Rule.CNPG_CLUSTER.judge(cluster);
    }

    private static Tree hibernation(String status, String reason) {
        return READY.with(
                "/status/conditions/2", Map.of("type", "cnpg.io/hibernation", "status", status, "reason", reason));
    }

    @Test
    void the_phase_the_instances_the_primary_and_the_condition_prove_it_together() {
        assertHealth(judge(READY), HEALTHY, "3 of 3 instances ready, the primary is db-2");
        assertHealth(judge(READY.with("/status/readyInstances", 2)), PROGRESSING, "2 of 3 instances ready");
        assertHealth(judge(READY.without("/status/readyInstances")), PROGRESSING, "0 of 3 instances ready");
        assertHealth(judge(READY.with("/status/targetPrimary", "db-1")), PROGRESSING, "should be \"db-1\"");
        assertHealth(judge(READY.with("/status/conditions/0/status", "False")), PROGRESSING, "Ready=False");
    }

    @Test
    void more_instances_can_be_asked_for_than_the_cluster_has() {
        assertHealth(CnpgClusterHealth.of(OperatorSubjects.view(READY), 3, Rule.NOW), HEALTHY);
        assertHealth(
                CnpgClusterHealth.of(OperatorSubjects.view(READY), 4, Rule.NOW),
                PROGRESSING,
                "at least 4 are expected");
    }

    @Test
    void two_primaries_that_are_absent_are_not_equal() {
        Tree none = READY.without("/status/currentPrimary").without("/status/targetPrimary");
        assertHealth(judge(none), UNKNOWN, "names no primary");
        assertHealth(judge(READY.without("/status/currentPrimary")), PROGRESSING);
        assertHealth(judge(READY.without("/status/targetPrimary")), PROGRESSING);
    }

    @Test
    void a_phase_that_is_absent_or_not_listed_is_unknown_and_never_healthy() {
        assertHealth(judge(READY.without("/status/phase")), UNKNOWN, "no phase");
        assertHealth(judge(READY.with("/status/phase", "Cluster in perfect state")), UNKNOWN, "perfect");
        assertHealth(judge(READY.with("/status/phase", "cluster in healthy state")), UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cluster is in an unrecoverable state, needs manual intervention",
                "Cluster is unrecoverable and needs manual intervention",
                "Unable to create required cluster objects",
                "Cluster cannot proceed to reconciliation due to an unknown plugin being required",
                "Cluster cannot proceed to reconciliation due to an error while interacting with plugins",
                "Cluster has incomplete or invalid image catalog",
                "Cluster cannot execute instance online upgrade due to missing architecture binary",
                "Invalid cluster definition",
                "Waiting for user action"
            })
    void a_phase_that_needs_a_human_is_failed(String phase) {
        Tree cluster = READY.with("/status/phase", phase).with("/status/phaseReason", "because");
        assertHealth(judge(cluster), FAILED, phase + ": because");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Setting up primary",
                "Creating a new replica",
                "Switchover in progress",
                "Failing over",
                "Upgrading cluster",
                "Cluster upgrade delayed",
                "Upgrading Postgres major version",
                "Online upgrade in progress",
                "Primary instance is being restarted in-place",
                "Primary instance is being restarted without a switchover",
                "Waiting for the instances to become active",
                "Applying configuration",
                "Promoting to primary cluster"
            })
    void a_phase_that_heals_by_itself_is_progressing(String phase) {
        assertHealth(judge(READY.with("/status/phase", phase)), PROGRESSING, phase);
    }

    @Test
    void one_that_nobody_reconciles_or_that_sleeps_is_suspended() {
        assertHealth(
                judge(READY.with("/metadata/annotations/cnpg.io~1reconciliationLoop", "disabled")),
                SUSPENDED,
                "reconciliationLoop");
        assertHealth(judge(hibernation("True", "Hibernated")), SUSPENDED, "Hibernated");
        assertHealth(judge(hibernation("False", "DeletingPods")), PROGRESSING, "DeletingPods");
        assertHealth(judge(hibernation("False", "WrongAnnotationValue")), FAILED, "WrongAnnotationValue");
    }

    @Test
    void without_a_wanted_number_of_instances_it_is_unknown() {
        assertHealth(judge(READY.without("/spec/instances")), UNKNOWN, "spec.instances");
        assertHealth(judge(READY.with("/spec/instances", 0)), UNKNOWN);
        assertHealth(judge(READY.with("/spec/instances", "3")), UNKNOWN);
    }
}
