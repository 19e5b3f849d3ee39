package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The rules that hold for every kind. */
class UniversalRulesTest {

    private static final Tree NAMED = Tree.yaml("metadata: {name: some, generation: 1}");

    // U1

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            mode = Mode.EXCLUDE,
            // These two are there to be found: a plain Service, and a CronJob that has not run yet.
            names = {"SERVICE", "CRON_JOB"})
    void an_object_of_which_nothing_is_known_is_not_healthy(Rule rule) {
        assertThat(rule.judge(NAMED).isHealthy()).isFalse();
        assertThat(rule.judge(Tree.yaml("kind: Some")).isHealthy()).isFalse();
    }

    @Test
    void a_word_that_no_rule_knows_is_unknown() {
        assertHealth(Rule.POD.judge(Rule.POD.healthy().with("/status/phase", "Resting")), UNKNOWN, "Resting");
        assertHealth(
                Rule.NAMESPACE.judge(Rule.NAMESPACE.healthy().with("/status/phase", "Resting")), UNKNOWN, "Resting");
        assertHealth(Rule.SERVICE.judge(Rule.SERVICE.healthy().with("/spec/type", "Mesh")), UNKNOWN, "Mesh");
    }

    // U2

    @Test
    void all_of_nothing_is_not_healthy() {
        assertThat(PodsHealth.of(List.of(), 1, pod -> false, NOW).isHealthy()).isFalse();
        assertThat(ServiceBackendsHealth.of(new Service(), List.of(), NOW).isHealthy())
                .isFalse();
        assertThat(NetworkPolicyHealth.selecting(List.of(), List.of(), NOW).isHealthy())
                .isFalse();
        assertThat(StorageClassHealth.defaultOf(List.of(), NOW).isHealthy()).isFalse();
        assertHealth(Rule.RESOURCE_QUOTA.judge(NAMED), FAILED, "limits nothing");
        assertHealth(Rule.LIMIT_RANGE.judge(NAMED), FAILED, "limits nothing");
    }

    // U3

    @Test
    void absent_forbidden_and_unreachable_are_told_apart() {
        var named = new StatusBuilder()
                .withNewDetails()
                .withName("api")
                .endDetails()
                .build();
        assertThat(Answer.of(404, named)).isEqualTo(Answer.ABSENT);
        assertThat(Answer.of(404, null)).isEqualTo(Answer.KIND_NOT_SERVED);
        assertThat(Answer.of(404, new StatusBuilder().build())).isEqualTo(Answer.KIND_NOT_SERVED);
        assertThat(List.of(401, 403)).allMatch(code -> Answer.of(code, named) == Answer.NOT_PERMITTED);
        assertThat(List.of(0, 302, 400, 409, 429, 500, 502, 503, 504))
                .allMatch(code -> Answer.of(code, named) == Answer.UNREACHABLE);
        assertThat(Answer.values())
                .filteredOn(Answer::isEvidence)
                .containsExactly(Answer.ABSENT, Answer.KIND_NOT_SERVED);
    }

    @Test
    void an_answer_with_the_object_has_no_meaning_but_the_object() {
        assertThatThrownBy(() -> Answer.of(200, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code")
                .hasMessageContaining("200");
        assertThatThrownBy(() -> Answer.of(299, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(199, 300)).allMatch(code -> Answer.of(code, null) == Answer.UNREACHABLE);
    }

    // U4

    @ParameterizedTest
    @EnumSource(Rule.class)
    void a_deleted_object_is_terminating_however_healthy_its_status_looks(Rule rule) {
        Tree deleted = rule.healthy().with("/metadata/deletionTimestamp", "2026-03-01T12:00:30Z");
        assertHealth(rule.judge(deleted), PROGRESSING, "terminating", "2026-03-01T12:00:30Z");
    }

    @Test
    void deletion_comes_before_failure() {
        Tree failed = Rule.POD.healthy().with("/status/phase", "Failed");
        assertHealth(Rule.POD.judge(failed), FAILED);
        assertHealth(
                Rule.POD.judge(failed.with("/metadata/deletionTimestamp", "2026-03-01T12:00:30Z")),
                PROGRESSING,
                "terminating");
    }

    @Test
    void finalizers_are_named_once_the_deadline_is_more_than_two_minutes_past() {
        Tree deleted = Rule.POD
                .healthy()
                .with("/metadata/deletionTimestamp", "2026-03-01T11:58:00Z")
                .with("/metadata/finalizers", List.of("example.org/keep"));
        assertThat(Rule.POD.judge(deleted).reason()).doesNotContain("example.org/keep");
        assertHealth(Rule.POD.judge(deleted, NOW.plusSeconds(1)), PROGRESSING, "finalizers remain: example.org/keep");
    }

    // U5

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {
                "DEPLOYMENT",
                "REPLICA_SET",
                "STATEFUL_SET",
                "DAEMON_SET",
                "POD_DISRUPTION_BUDGET",
                "POD",
                "HORIZONTAL_POD_AUTOSCALER",
                "CUSTOM_RESOURCE_DEFINITION"
            })
    void a_status_of_an_older_generation_is_progressing_and_one_of_a_newer_is_not_older(Rule rule) {
        Tree object = rule.healthy().with("/metadata/generation", 7);
        Tree current = withConditionsOf(7, object.with("/status/observedGeneration", 7));
        assertThat(rule.judge(current).isHealthy()).isTrue();
        assertThat(rule.judge(current.with("/status/observedGeneration", 8)).isHealthy())
                .isTrue();
        assertHealth(
                rule.judge(current.with("/status/observedGeneration", 6)),
                PROGRESSING,
                "generation 7 is not observed yet, the status is of generation 6");
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"DEPLOYMENT", "REPLICA_SET", "STATEFUL_SET", "DAEMON_SET"})
    void a_workload_without_observed_generation_is_not_observed(Rule rule) {
        assertHealth(rule.judge(rule.healthy().without("/status/observedGeneration")), PROGRESSING, "not observed");
    }

    @Test
    void a_stale_condition_is_ignored_when_it_is_good_news() {
        Tree stale = Rule.POD
                .healthy()
                .with("/metadata/generation", 2)
                .with("/status/observedGeneration", 2)
                .with("/status/conditions/3/observedGeneration", 1);
        assertHealth(Rule.POD.judge(stale), PROGRESSING, "not Ready");
    }

    @Test
    void a_stale_condition_is_ignored_when_it_is_bad_news() {
        Tree failed = Rule.POD_DISRUPTION_BUDGET.healthy().with("/status/conditions/0/reason", "SyncFailed");
        assertHealth(Rule.POD_DISRUPTION_BUDGET.judge(failed), FAILED, "SyncFailed");
        assertHealth(
                Rule.POD_DISRUPTION_BUDGET.judge(failed.with("/status/conditions/0/observedGeneration", 1)), HEALTHY);
    }

    // U6

    @Test
    void an_absent_counter_is_zero() {
        assertHealth(
                Rule.DEPLOYMENT.judge(Rule.DEPLOYMENT.healthy().without("/status/updatedReplicas")),
                PROGRESSING,
                "0 of 3 replicas updated");
        assertHealth(
                Rule.DEPLOYMENT.judge(Rule.DEPLOYMENT.healthy().without("/status/availableReplicas")),
                PROGRESSING,
                "0 of 3 updated replicas available");
        assertHealth(
                Rule.STATEFUL_SET.judge(Rule.STATEFUL_SET.healthy().without("/status/readyReplicas")),
                PROGRESSING,
                "0 of 3 replicas ready");
        assertHealth(
                Rule.DAEMON_SET.judge(Rule.DAEMON_SET.healthy().without("/status/updatedNumberScheduled")),
                PROGRESSING,
                "0 of 4 pods updated");
    }

    @Test
    void absent_replicas_mean_one() {
        Tree one = Rule.DEPLOYMENT
                .healthy()
                .without("/spec/replicas")
                .with("/status/replicas", 1)
                .with("/status/updatedReplicas", 1)
                .with("/status/readyReplicas", 1);
        assertHealth(Rule.DEPLOYMENT.judge(one.with("/status/availableReplicas", 1)), HEALTHY, "1 of 1");
        assertHealth(Rule.DEPLOYMENT.judge(one.with("/status/availableReplicas", 0)), PROGRESSING, "0 of 1");
    }

    @Test
    void an_absent_value_that_is_no_counter_is_unknown() {
        assertHealth(Rule.NAMESPACE.judge(Rule.NAMESPACE.healthy().without("/status/phase")), UNKNOWN, "no phase");
        assertHealth(Rule.NODE.judge(Rule.NODE.healthy().without("/status/conditions/4")), UNKNOWN, "not reported");
        assertHealth(
                Rule.STORAGE_CLASS.judge(Rule.STORAGE_CLASS.healthy().without("/provisioner")),
                UNKNOWN,
                "no provisioner");
    }

    // U7

    @Test
    void a_condition_counts_by_its_status_and_not_by_being_there() {
        Tree running = Rule.JOB.healthy().without("/status/conditions/1");
        assertHealth(Rule.JOB.judge(running.with("/status/conditions/0", condition("Failed", "False"))), PROGRESSING);
        assertHealth(
                Rule.JOB.judge(running.with("/spec/suspend", true)
                        .with("/status/conditions/0", condition("Suspended", "False"))),
                PROGRESSING);
        assertHealth(
                Rule.JOB.judge(running.with("/spec/suspend", true)
                        .with("/status/conditions/0", condition("Suspended", "True"))),
                SUSPENDED);
        assertHealth(Rule.JOB.judge(running.with("/status/conditions/0", condition("Complete", "true"))), PROGRESSING);
    }

    @Test
    void a_condition_type_is_matched_to_the_letter() {
        Tree pod = Rule.POD.healthy();
        assertHealth(Rule.POD.judge(pod.with("/status/conditions/3/type", "ready")), PROGRESSING, "not Ready");
        assertHealth(Rule.POD.judge(pod.with("/status/conditions/3/type", "example.org/Ready")), PROGRESSING);
    }

    @Test
    void two_conditions_of_one_type_that_disagree_do_not_hold() {
        Tree pod = Rule.POD.healthy().with("/status/conditions/4", condition("Ready", "False"));
        assertHealth(Rule.POD.judge(pod), PROGRESSING, "not Ready");
    }

    // U8

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            mode = Mode.EXCLUDE,
            names = {"INGRESS", "CRON_JOB", "RESOURCE_QUOTA", "LIMIT_RANGE", "STORAGE_CLASS", "NETWORK_POLICY"})
    void the_standard_conditions_mean_the_same_on_every_kind_that_has_conditions(Rule rule) {
        assertHealth(rule.judge(withCondition(rule, "Stalled", "True")), FAILED, "Stalled=True");
        assertHealth(rule.judge(withCondition(rule, "Reconciling", "True")), PROGRESSING, "Reconciling=True");
        assertHealth(rule.judge(withCondition(rule, "Stalled", "False")), HEALTHY);
        assertHealth(rule.judge(withCondition(rule, "Reconciling", "False")), HEALTHY);
    }

    // U9

    @Test
    void a_list_whose_continuation_expired_is_begun_again_and_never_judged() {
        assertThat(Answer.of(410, null)).isEqualTo(Answer.LIST_EXPIRED);
        assertThat(Answer.LIST_EXPIRED.isEvidence()).isFalse();
    }

    // U10

    @Test
    void quantities_compare_as_numbers() {
        Tree quota = Rule.RESOURCE_QUOTA.healthy();
        assertHealth(Rule.RESOURCE_QUOTA.judge(quota.with("/status/hard/requests.cpu", "8000m")), HEALTHY);
        assertHealth(
                Rule.RESOURCE_QUOTA.judge(quota.with("/status/hard/requests.memory", "16G")),
                PROGRESSING,
                "requests.memory");
        assertHealth(
                Rule.RESOURCE_QUOTA.judge(quota.with("/status/used/requests.cpu", "8000m")), FAILED, "8000m of 8 used");
    }

    @Test
    void times_compare_as_instants_and_not_as_text() {
        Tree job = Rule.CRON_JOB
                .healthy()
                .with("/status/lastScheduleTime", "2026-03-01T01:00:00Z")
                .with("/status/lastSuccessfulTime", "2026-03-01T02:04:00+01:00");
        assertHealth(Rule.CRON_JOB.judge(job), HEALTHY, "2026-03-01T01:04:00Z");
        Tree before = job.with("/status/lastSuccessfulTime", "2026-03-01T01:59:00+01:00");
        assertHealth(Rule.CRON_JOB.judge(before), FAILED, "did not succeed");
    }

    @Test
    void a_time_that_cannot_be_read_is_unknown() {
        Tree job = Rule.CRON_JOB.healthy().with("/status/lastSuccessfulTime", "yesterday");
        assertHealth(Rule.CRON_JOB.judge(job), UNKNOWN, "cannot be read");
    }

    // U11

    @Test
    void a_verdict_shows_the_fields_that_decided_in_reading_order() {
        Health health = Rule.DEPLOYMENT.judge(Rule.DEPLOYMENT.healthy().without("/status/updatedReplicas"));
        assertThat(health.fields())
                .containsEntry("spec.replicas", "3")
                .containsEntry("status.updatedReplicas", "absent")
                .containsEntry("status.availableReplicas", "3")
                .containsEntry("status.conditions[ReplicaFailure]", "absent");
        assertThat(health.fields().keySet()).startsWith("metadata.generation", "status.observedGeneration");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void neither_an_annotation_nor_an_environment_value_gets_into_a_verdict(Rule rule) {
        String canary = "c4nary-value";
        Tree object = rule.healthy()
                .with("/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration", canary)
                .with("/metadata/annotations/example.org~1token", canary)
                .with("/metadata/labels/secret", canary);
        for (String container : List.of("/spec/containers/0", "/spec/template/spec/containers/0")) {
            object = object.at(container) == null
                    ? object
                    : object.with(container + "/env", List.of(Map.of("name", "TOKEN", "value", canary)));
        }
        assertThat(rule.judge(object).toString()).doesNotContain(canary);
        assertThat(rule.judge(object.without("/status")).toString()).doesNotContain(canary);
    }

    @Test
    void a_long_message_of_a_controller_is_cut() {
        Tree failed = Rule.DEPLOYMENT
                .healthy()
                .with("/status/conditions/1/reason", "ProgressDeadlineExceeded")
                .with("/status/conditions/1/message", "🙂".repeat(5_000));
        assertThat(Rule.DEPLOYMENT.judge(failed).reason())
                .hasSizeLessThan(1_000)
                .contains("🙂…)");
        assertThat(Conditions.cut("x".repeat(300))).isEqualTo("x".repeat(300));
        assertThat(Conditions.cut("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
    }

    @Test
    void a_verdict_cannot_be_changed() {
        Health health = Rule.POD.judge(Rule.POD.healthy());
        assertThatThrownBy(() -> health.fields().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> health.notes().add("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void what_decides_only_sometimes_is_shown_when_it_does() {
        Tree terminating = Rule.DEPLOYMENT.healthy().with("/status/terminatingReplicas", 2);
        assertThat(Rule.DEPLOYMENT.judge(terminating).fields()).containsEntry("status.terminatingReplicas", "2");
        Tree cordoned = Rule.NODE.healthy().with("/spec/unschedulable", true);
        assertThat(Rule.NODE.judge(cordoned).fields()).containsEntry("spec.unschedulable", "true");
        Tree deleted = Rule.NODE.healthy().with("/metadata/deletionTimestamp", "2026-03-01T12:00:30Z");
        assertThat(Rule.NODE.judge(deleted).fields())
                .containsOnly(Map.entry("metadata.deletionTimestamp", "2026-03-01T12:00:30Z"));
        Tree external = Rule.SERVICE.healthy().without("/status").with("/spec/externalIPs", List.of("192.0.2.9"));
        assertThat(Rule.SERVICE.judge(external).fields()).containsEntry("spec.externalIPs", "[192.0.2.9]");
        Tree pending = Rule.SERVICE.healthy().without("/status");
        assertThat(Rule.SERVICE.judge(pending).fields()).containsEntry("status.loadBalancer.ingress", "absent");
        Tree error = Rule.INGRESS.healthy().with("/status/loadBalancer/ingress/0/ports/0/error", "E");
        assertThat(Rule.INGRESS.judge(error).fields())
                .containsEntry("status.loadBalancer.ingress[].ports[].error", "[E]");
        Tree suspended = Rule.JOB.healthy().without("/status").with("/spec/suspend", true);
        assertThat(Rule.JOB.judge(suspended).fields()).containsEntry("spec.suspend", "true");
        Tree crashing = Rule.POD
                .healthy()
                .with("/status/conditions/3/status", "False")
                .with("/status/containerStatuses/0/restartCount", 4)
                .with("/status/containerStatuses/0/state", Map.of("terminated", Map.of("exitCode", 1)));
        assertThat(Rule.POD.judge(crashing).fields()).containsEntry("status.containerStatuses[web].restartCount", "4");
        assertThat(Rule.NETWORK_POLICY
                        .judge(Rule.NETWORK_POLICY.healthy().with("/spec/podSelector", null))
                        .fields())
                .containsEntry("spec.podSelector", "absent");
    }

    private static Map<String, Object> condition(String type, String status) {
        return Map.of("type", type, "status", status);
    }

    private static Tree withCondition(Rule rule, String type, String status) {
        Tree object = rule.healthy();
        int size = object.at("/status/conditions") instanceof List<?> list ? list.size() : 0;
        return size == 0
                ? object.with("/status/conditions", List.of(condition(type, status)))
                : object.with("/status/conditions/" + size, condition(type, status));
    }

    private static Tree withConditionsOf(int generation, Tree object) {
        Tree current = object;
        int size = object.at("/status/conditions") instanceof List<?> list ? list.size() : 0;
        for (int i = 0; i < size; i++) {
            if (object.at("/status/conditions/" + i + "/observedGeneration") != null) {
                current = current.with("/status/conditions/" + i + "/observedGeneration", generation);
            }
        }
        return current;
    }
}
