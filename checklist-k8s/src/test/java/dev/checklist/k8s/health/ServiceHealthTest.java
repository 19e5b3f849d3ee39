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

class ServiceHealthTest {

    private static final Tree BALANCED = Rule.SERVICE.healthy();
    private static final Tree PENDING = BALANCED.with("/status/loadBalancer", Map.of());

    @Test
    void a_load_balancer_with_an_address_is_healthy() {
        assertHealth(Rule.SERVICE.judge(BALANCED), HEALTHY, "address 192.0.2.10");
        Tree named = BALANCED.with("/status/loadBalancer/ingress", List.of(Map.of("hostname", "lb.example")));
        assertHealth(Rule.SERVICE.judge(named), HEALTHY, "address lb.example");
    }

    @Test
    void a_load_balancer_with_a_cluster_ip_only_is_progressing() {
        assertHealth(Rule.SERVICE.judge(PENDING), PROGRESSING, "no address yet");
        assertHealth(Rule.SERVICE.judge(BALANCED.without("/status")), PROGRESSING, "no address yet");
    }

    @Test
    void external_ips_stand_for_the_address() {
        assertHealth(Rule.SERVICE.judge(PENDING.with("/spec/externalIPs", List.of("192.0.2.9"))), HEALTHY, "192.0.2.9");
    }

    @Test
    void an_entry_without_an_address_is_healthy_with_a_note() {
        assertHealth(
                Rule.SERVICE.judge(PENDING.with("/status/loadBalancer/ingress", List.of(Map.of()))),
                HEALTHY,
                "no address");
    }

    @Test
    void a_port_that_the_load_balancer_could_not_serve_fails() {
        Tree error = BALANCED.with("/status/loadBalancer/ingress/0/ports/0/error", "MixedProtocolNotSupported");
        assertHealth(Rule.SERVICE.judge(error), FAILED, "MixedProtocolNotSupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClusterIP", "NodePort", "ExternalName"})
    void another_type_of_service_is_healthy_when_it_is_there(String type) {
        assertHealth(Rule.SERVICE.judge(PENDING.with("/spec/type", type)), HEALTHY, type);
    }
}
