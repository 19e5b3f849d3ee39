package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomResourceDefinitionHealthTest {

    private static final Tree ESTABLISHED = Rule.CUSTOM_RESOURCE_DEFINITION.healthy();

    @Test
    void an_established_definition_is_healthy() {
        assertHealth(Rule.CUSTOM_RESOURCE_DEFINITION.judge(ESTABLISHED), HEALTHY, "Established");
    }

    @Test
    void a_definition_without_status_is_progressing() {
        assertHealth(Rule.CUSTOM_RESOURCE_DEFINITION.judge(ESTABLISHED.without("/status")), PROGRESSING);
        assertHealth(
                Rule.CUSTOM_RESOURCE_DEFINITION.judge(ESTABLISHED.with("/status/conditions", List.of())), PROGRESSING);
    }

    @Test
    void a_definition_that_is_being_installed_is_progressing_and_one_that_is_not_established_otherwise_is_failed() {
        Tree not = ESTABLISHED.with("/status/conditions/1/status", "False");
        assertHealth(
                Rule.CUSTOM_RESOURCE_DEFINITION.judge(not.with("/status/conditions/1/reason", "Installing")),
                PROGRESSING);
        assertHealth(
                Rule.CUSTOM_RESOURCE_DEFINITION.judge(not.with("/status/conditions/1/reason", "NotAccepted")),
                FAILED,
                "NotAccepted");
    }

    @Test
    void the_whole_list_decides_whatever_its_order() {
        Map<String, Object> established = Map.of("type", "Established", "status", "True");
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("type", "NamesAccepted", "status", "False", "reason", "PluralConflict"),
                Map.of("type", "NonStructuralSchema", "status", "True", "reason", "Violations"))) {
            for (List<?> order : List.of(List.of(bad, established), List.of(established, bad))) {
                assertHealth(
                        Rule.CUSTOM_RESOURCE_DEFINITION.judge(ESTABLISHED.with("/status/conditions", order)),
                        FAILED,
                        (String) bad.get("reason"));
            }
        }
    }

    @Test
    void a_terminating_definition_is_progressing_before_anything_else() {
        Tree leaving = ESTABLISHED
                .with("/status/conditions/0/status", "False")
                .with("/status/conditions/2", Map.of("type", "Terminating", "status", "True"));
        assertHealth(Rule.CUSTOM_RESOURCE_DEFINITION.judge(leaving), PROGRESSING, "Terminating=True");
    }

    @Test
    void a_wanted_version_has_to_be_served() {
        assertHealth(serving(ESTABLISHED, "v1"), HEALTHY, "serves v1");
        assertHealth(serving(ESTABLISHED, "v1beta1"), FAILED, "version v1beta1 is not served, only [v1]");
        assertHealth(serving(ESTABLISHED, "v2"), FAILED, "version v2");
        assertHealth(serving(ESTABLISHED.without("/status"), "v1"), PROGRESSING);
        assertThat(serving(ESTABLISHED.without("/spec"), "v1").isHealthy()).isFalse();
    }

    @Test
    void the_evidence_names_the_served_versions() {
        assertThat(serving(ESTABLISHED, "v2").fields()).containsEntry("spec.versions[served]", "[v1]");
    }

    private static Health serving(Tree definition, String version) {
        return CustomResourceDefinitionHealth.of(definition.as(CustomResourceDefinition.class), version, NOW);
    }
}
