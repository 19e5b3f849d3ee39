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

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for all of a kind together, for addresses, defaults, metrics and roles. */
class MoreRulesTest {
    private static final Tree NODE = Rule.NODE.healthy();
    private static final Tree GATE = Rule.SERVICE.healthy();
    private static final Tree RANGE = Rule.LIMIT_RANGE.healthy();
    private static final Tree AUTOSCALER = Rule.HORIZONTAL_POD_AUTOSCALER.healthy();
    private static final Tree ROLE = Tree.yaml("""
            metadata: {name: app}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            """);

    private static Health nodes(int least, Tree... nodes) {
        return CountedHealth.of(
                "nodes",
                Arrays.stream(nodes).map(node -> node.as(Node.class)).toList(),
                least,
                node -> !Boolean.TRUE.equals(node.getSpec().getUnschedulable()),
                node -> NodeHealth.of(node, NOW));
    }

    @Test
    void all_are_healthy_and_there_are_enough() {
        assertHealth(nodes(2, NODE, NODE.with("/metadata/name", "b")), HEALTHY, "2 nodes healthy, at least 2 expected");
        assertHealth(nodes(3, NODE, NODE), PROGRESSING, "2 nodes healthy, at least 3 expected");
        assertHealth(nodes(1), PROGRESSING, "the list is empty");
        assertThatThrownBy(() -> nodes(0, NODE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_that_is_not_settles_the_question_by_name() {
        Tree silent = NODE.with("/metadata/name", "b").with("/status/conditions/4/status", "Unknown");
        Tree unseen = NODE.with("/metadata/name", "c").without("/status");
        assertHealth(nodes(1, NODE, unseen, silent), FAILED, "1 of 3 nodes not healthy; b: Ready=Unknown");
        assertHealth(nodes(1, NODE, unseen, unseen), UNKNOWN, "c: Ready is not reported (and 1 more)");
        assertThat(nodes(1, silent).fields()).containsEntry("b: status.conditions[Ready].status", "Unknown");
    }

    @Test
    void what_does_not_count_is_healthy_and_noted_but_not_enough() {
        Tree cordoned = NODE.with("/spec/unschedulable", true);
        assertHealth(nodes(1, cordoned), PROGRESSING, "0 nodes healthy", "node-a: unschedulable");
        assertHealth(nodes(1, NODE, cordoned), HEALTHY, "1 nodes healthy", "unschedulable");
    }

    @Test
    void a_suspended_one_is_worse_than_one_on_its_way() {
        Health health = CountedHealth.of(
                "nodes",
                List.of(NODE.as(Node.class), NODE.with("/metadata/name", "b").as(Node.class)),
                1,
                any -> true,
                node -> new Health(
                        node.getMetadata().getName().equals("b") ? SUSPENDED : PROGRESSING, "x", List.of(), Map.of()));
        assertHealth(health, SUSPENDED, "b: x");
    }

    private static Health address(Tree service) {
        return LoadBalancedService.of(service.as(Service.class), NOW);
    }

    @Test
    void a_load_balancer_has_an_ip_or_a_hostname() {
        assertHealth(address(GATE), HEALTHY, "address 192.0.2.10");
        assertHealth(
                address(GATE.with("/status/loadBalancer/ingress", List.of(Map.of("hostname", "lb.example")))),
                HEALTHY,
                "address lb.example");
        assertHealth(address(GATE.with("/status/loadBalancer/ingress", List.of(Map.of()))), PROGRESSING, "neither ip");
        assertHealth(address(GATE.without("/status")), PROGRESSING, "no address yet");
        assertHealth(address(GATE.with("/status/loadBalancer/ingress/0/ports/0/error", "NoPort")), FAILED, "NoPort");
        assertThat(LoadBalancedService.address(GATE.as(Service.class), NOW)).contains("192.0.2.10");
        assertThat(LoadBalancedService.address(GATE.without("/status").as(Service.class), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClusterIP", "NodePort", "ExternalName", ""})
    void a_service_of_another_type_gets_no_address_even_with_a_stale_one(String type) {
        assertHealth(address(GATE.with("/spec/type", type)), FAILED, "which gets no load balancer");
    }

    @Test
    void external_ips_are_wanted_and_not_given() {
        assertHealth(
                address(GATE.without("/status").with("/spec/externalIPs", List.of("192.0.2.1"))),
                PROGRESSING,
                "no address yet");
    }

    private static Health defaults(Tree range) {
        return LimitDefaultsHealth.of(range.as(LimitRange.class), NOW);
    }

    @Test
    void containers_get_default_requests_and_a_default_limit_of_memory() {
        assertHealth(defaults(RANGE), HEALTHY, "default requests and limits", "[]");
        assertHealth(defaults(RANGE.without("/spec/limits/0/default/cpu")), HEALTHY, "no default limit of cpu");
        assertHealth(defaults(RANGE.without("/spec/limits/0/default/memory")), FAILED, "no default.memory");
        assertHealth(defaults(RANGE.without("/spec/limits/0/defaultRequest")), FAILED, "no defaultRequest.cpu");
        assertHealth(defaults(RANGE.with("/spec/limits/0/type", "Pod")), FAILED, "defaultRequest.memory");
        assertHealth(defaults(RANGE.with("/spec/limits/0/default/memory", "1Mi")), FAILED, "is above");
        assertHealth(
                defaults(RANGE.without("/spec/limits/0/min").with("/spec/limits/0/defaultRequest/cpu", "0")),
                FAILED,
                "no defaultRequest.cpu");
    }

    private static Health measured(Tree autoscaler) {
        return HorizontalPodAutoscalerHealth.measured(autoscaler.as(HorizontalPodAutoscaler.class), NOW);
    }

    @Test
    void an_autoscaler_reads_every_metric_that_it_scales_by() {
        assertHealth(measured(AUTOSCALER), HEALTHY, "1 of 1 metrics have a value");
        Tree two = AUTOSCALER.with("/spec/metrics/1", Map.of("type", "Pods"));
        assertHealth(measured(two), PROGRESSING, "1 of 2 metrics have a value");
        assertHealth(measured(AUTOSCALER.without("/status/currentMetrics")), PROGRESSING, "0 of 1");
        assertHealth(measured(AUTOSCALER.without("/status/currentMetrics/0/resource/current")), PROGRESSING, "0 of 1");
        assertHealth(
                measured(AUTOSCALER.without("/spec/metrics").without("/status/currentMetrics")), PROGRESSING, "0 of 0");
        assertHealth(measured(AUTOSCALER.with("/status/conditions/1/status", "False")), FAILED, "ScalingActive");
        assertHealth(measured(AUTOSCALER.without("/status/conditions/1")), PROGRESSING, "not reported");
    }

    private static Health role(Tree role) {
        Role read = role.as(Role.class);
        return RoleHealth.of(read, read.getRules(), NOW);
    }

    @Test
    void a_role_grants_something() {
        assertHealth(role(ROLE), HEALTHY, "the role app has 1 rules", "[]");
        assertHealth(role(ROLE.without("/rules")), FAILED, "the role app grants nothing");
        assertHealth(role(ROLE.without("/rules/0/verbs")), FAILED, "grants nothing");
        assertHealth(role(ROLE.without("/rules/0/resources")), FAILED, "grants nothing");
        assertHealth(role(ROLE.without("/rules/0/apiGroups")), FAILED, "grants nothing");
        Tree paths = ROLE.without("/rules/0/resources").with("/rules/0/nonResourceURLs", List.of("/metrics"));
        assertHealth(role(paths), HEALTHY);
    }

    @Test
    void a_role_that_grants_everything_is_noted() {
        assertHealth(role(ROLE.with("/rules/0/verbs/0", "*")), HEALTHY, "grants every verb (*)");
        assertHealth(role(ROLE.with("/rules/0/resources/0", "*")), HEALTHY, "is about every resource (*)");
    }

    @Test
    void of_several_default_classes_the_newest_is_the_default() {
        Tree fast = Rule.STORAGE_CLASS.healthy().with("/metadata/creationTimestamp", "2025-01-01T00:00:00Z");
        Tree newer = fast.with("/metadata/name", "newer").with("/metadata/creationTimestamp", "2026-01-01T00:00:00Z");
        List<StorageClass> both = List.of(fast.as(StorageClass.class), newer.as(StorageClass.class));
        assertHealth(StorageClassHealth.isDefault(both, "newer", NOW), HEALTHY, "2 default classes");
        assertHealth(StorageClassHealth.isDefault(both, "fast", NOW), FAILED, "default newer");
        assertHealth(StorageClassHealth.isDefault(both, "none", NOW), FAILED, "default newer");
        assertHealth(StorageClassHealth.isDefault(List.of(), "fast", NOW), FAILED, "none of 0");
    }

    @Test
    void only_a_claim_that_waits_for_its_first_consumer_may_stay_unbound() {
        Health waits = new Health(PROGRESSING, "Pending", List.of("waits for first consumer"), Map.of());
        assertHealth(PersistentVolumeClaimHealth.allowingUnbound(waits), HEALTHY, "waits for first consumer");
        Health pending = new Health(PROGRESSING, "Pending", List.of(), Map.of());
        assertHealth(PersistentVolumeClaimHealth.allowingUnbound(pending), PROGRESSING);
        Health lost = new Health(FAILED, "lost", List.of("waits for first consumer"), Map.of());
        assertHealth(PersistentVolumeClaimHealth.allowingUnbound(lost), FAILED);
    }
}
