package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngressHealthTest {

    private static final Tree ADDRESSED = Rule.INGRESS.healthy();

    @Test
    void an_ingress_with_an_address_is_healthy() {
        assertHealth(Rule.INGRESS.judge(ADDRESSED), HEALTHY, "address lb.example");
    }

    @Test
    void an_ingress_that_no_controller_took_up_is_progressing() {
        assertHealth(Rule.INGRESS.judge(ADDRESSED.without("/status")), PROGRESSING, "no controller");
        assertHealth(
                Rule.INGRESS.judge(ADDRESSED.with("/status/loadBalancer/ingress", List.of())),
                PROGRESSING,
                "no controller");
    }

    @Test
    void a_port_that_could_not_be_served_fails() {
        Tree error = ADDRESSED.with("/status/loadBalancer/ingress/0/ports/0/error", "example.org/NoCertificate");
        assertHealth(Rule.INGRESS.judge(error), FAILED, "example.org/NoCertificate");
    }

    @Test
    void an_entry_without_an_address_is_healthy_with_a_note() {
        assertHealth(
                Rule.INGRESS.judge(ADDRESSED.with("/status/loadBalancer/ingress", List.of(Map.of()))),
                HEALTHY,
                "no address");
    }
}
