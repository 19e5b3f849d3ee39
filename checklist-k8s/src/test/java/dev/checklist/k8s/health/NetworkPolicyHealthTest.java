package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.NetworkPolicyHealth.Direction.EGRESS;
import static dev.checklist.k8s.health.NetworkPolicyHealth.Direction.INGRESS;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.k8s.health.NetworkPolicyHealth.Direction;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPolicyHealthTest {

    private static final Tree POLICY = Rule.NETWORK_POLICY.healthy();
    private static final Tree DENY =
            POLICY.with("/spec", Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress")));
    private static final Tree POD = Rule.POD.healthy();

    @Test
    void a_policy_that_is_there_is_declared_and_no_more() {
        assertHealth(Rule.NETWORK_POLICY.judge(POLICY), HEALTHY, "does not tell whether the network enforces it");
    }

    @Test
    void every_pod_has_to_be_selected_by_a_policy() {
        assertHealth(selecting(POLICY, POD), HEALTHY, "1 of 1 pods");
        assertThat(selecting(POLICY, POD).notes()).hasSize(1);
        Tree other = POD.with("/metadata/labels/app", "other").with("/metadata/name", "open");
        assertHealth(selecting(POLICY, POD, other), FAILED, "no policy selects open");
        assertHealth(selecting(DENY, POD, other), HEALTHY, "2 of 2 pods");
        assertHealth(selecting(POLICY.with("/metadata/namespace", "other"), POD), FAILED, "no policy selects");
    }

    @Test
    void a_policy_that_selects_none_of_the_pods_is_noted() {
        Tree other = POLICY.with("/metadata/name", "other").with("/spec/podSelector/matchLabels/app", "other");
        Health health = NetworkPolicyHealth.selecting(
                List.of(POLICY.as(NetworkPolicy.class), other.as(NetworkPolicy.class)),
                List.of(POD.as(Pod.class)),
                NOW);
        assertHealth(health, HEALTHY, "policy other selects none of these pods");
        assertThat(health.notes()).hasSize(2);
    }

    @Test
    void no_pod_to_protect_is_not_healthy() {
        assertHealth(selecting(POLICY), PROGRESSING, "no pods to protect", "selects none of these pods");
    }

    @Test
    void a_policy_that_is_being_deleted_protects_nothing() {
        Tree leaving = POLICY.with("/metadata/deletionTimestamp", "2026-03-01T12:00:00Z");
        assertHealth(selecting(leaving, POD), FAILED, "no policy selects");
    }

    @ParameterizedTest
    @CsvSource({
        "In, shop, true",
        "In, other, false",
        "NotIn, other, true",
        "NotIn, shop, false",
        "Exists, , true",
        "DoesNotExist, , false",
        "Resembles, shop, false"
    })
    void a_selector_matches_as_the_server_does(String operator, String value, boolean matches) {
        Tree policy = POLICY.with(
                "/spec/podSelector",
                Map.of(
                        "matchExpressions",
                        List.of(Map.of(
                                "key",
                                "app",
                                "operator",
                                operator,
                                "values",
                                value == null ? List.of() : List.of(value)))));
        assertHealth(selecting(policy, POD), matches ? HEALTHY : FAILED);
    }

    @Test
    void a_label_that_is_missing_is_not_in_and_does_not_exist() {
        Tree bare = POD.without("/metadata/labels");
        for (String operator : List.of("NotIn", "DoesNotExist")) {
            Tree policy = POLICY.with(
                    "/spec/podSelector",
                    Map.of(
                            "matchExpressions",
                            List.of(Map.of("key", "app", "operator", operator, "values", List.of("x")))));
            assertHealth(selecting(policy, bare), HEALTHY);
        }
        assertHealth(selecting(POLICY, bare), FAILED);
    }

    @Test
    void default_deny_selects_every_pod_covers_the_direction_and_has_no_rule() {
        assertHealth(deny(INGRESS, DENY), HEALTHY, "INGRESS is denied by shop-from-gate");
        assertHealth(deny(EGRESS, DENY), FAILED, "no policy denies EGRESS");
        assertHealth(deny(INGRESS, POLICY), FAILED, "no policy denies INGRESS");
        assertHealth(deny(INGRESS), FAILED);
        Tree some = DENY.with("/spec/ingress", List.of(Map.of("ports", List.of(Map.of("port", 80)))));
        assertHealth(deny(INGRESS, some), FAILED, "no policy denies INGRESS");
        assertHealth(deny(INGRESS, DENY.with("/spec/podSelector", null)), FAILED);
        assertHealth(deny(INGRESS, DENY.with("/spec/podSelector/matchLabels/app", "shop")), FAILED);
        Map<String, Object> exists = Map.of("key", "app", "operator", "Exists");
        assertHealth(deny(INGRESS, DENY.with("/spec/podSelector/matchExpressions", List.of(exists))), FAILED);
    }

    @Test
    void without_policy_types_a_policy_covers_ingress_and_egress_only_if_it_has_egress_rules() {
        Tree untyped = DENY.without("/spec/policyTypes");
        assertHealth(deny(INGRESS, untyped), HEALTHY);
        assertHealth(deny(EGRESS, untyped), FAILED);
        Tree both = DENY.with("/spec/policyTypes", List.of("Ingress", "Egress"));
        assertHealth(deny(EGRESS, both), HEALTHY);
    }

    @Test
    void a_policy_that_allows_everything_undoes_the_default() {
        Tree open = DENY.with("/metadata/name", "open").with("/spec/ingress", List.of(Map.of()));
        assertHealth(deny(INGRESS, DENY, open), FAILED, "policy open allows all INGRESS again");
        Tree portsOnly = open.with("/spec/ingress", List.of(Map.of("ports", List.of(Map.of("port", 80)))));
        assertHealth(deny(INGRESS, DENY, portsOnly), HEALTHY);
        Tree nullRule = open.with("/spec/ingress", Arrays.asList((Object) null));
        assertHealth(deny(INGRESS, DENY, nullRule), FAILED, "policy open allows all INGRESS again");
        Tree openOut = DENY.with("/metadata/name", "open")
                .without("/spec/policyTypes")
                .with("/spec/egress", List.of(Map.of()));
        Tree denyOut = DENY.with("/spec/policyTypes", List.of("Egress"));
        assertHealth(deny(EGRESS, denyOut, openOut), FAILED, "policy open allows all EGRESS again");
        Tree some = openOut.with("/spec/egress", List.of(Map.of("to", List.of(Map.of("podSelector", Map.of())))));
        assertHealth(deny(EGRESS, denyOut, some), HEALTHY);
    }

    @Test
    void the_evidence_names_the_policies() {
        assertThat(selecting(POLICY, POD).fields()).containsEntry("policies", "[shop-from-gate]");
        assertThat(deny(INGRESS, DENY, POLICY).fields()).containsEntry("policies for all pods", "[shop-from-gate]");
    }

    private static Health selecting(Tree policy, Tree... pods) {
        return NetworkPolicyHealth.selecting(
                List.of(policy.as(NetworkPolicy.class)),
                Arrays.stream(pods).map(pod -> pod.as(Pod.class)).toList(),
                NOW);
    }

    private static Health deny(Direction direction, Tree... policies) {
        return NetworkPolicyHealth.defaultDeny(
                Arrays.stream(policies)
                        .map(policy -> policy.as(NetworkPolicy.class))
                        .toList(),
                direction,
                NOW);
    }
}
