package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.OperatorSubjects.webhook;
import static dev.checklist.k8s.health.Rule.NOW;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorPartsHealthTest {

    private static final Tree HOOK = OperatorSubjects.healthy("webhook");
    private static final Tree DEPLOYMENT = Rule.DEPLOYMENT.healthy();
    private static final String IMAGE = "/spec/template/spec/containers/0/image";

    private static Health deployment(Tree deployment, String version) {
        return OperatorWorkloadHealth.of(deployment.as(Deployment.class), version, NOW);
    }

    private static Health statefulSet(Tree statefulSet) {
        return OperatorWorkloadHealth.of(statefulSet.as(StatefulSet.class), "5", NOW);
    }

    // Cg== is the line break that manifests carry until the certificate is injected
    @ParameterizedTest
    @ValueSource(strings = {"", "Cg==", "not base64!", "aGVsbG8="})
    void a_webhook_without_the_authority_s_certificate_admits_nothing_yet(String caBundle) {
        assertHealth(webhook(HOOK.with("/client/caBundle", caBundle)), PROGRESSING, "no caBundle yet");
    }

    @Test
    void a_webhook_s_service_needs_a_ready_endpoint_on_the_port_that_is_called() {
        assertHealth(webhook(HOOK), HEALTHY, "1 of 1 endpoints ready");
        assertHealth(webhook(HOOK.with("/slices", List.of())), PROGRESSING, "0 of 0 endpoints");
        assertHealth(
                webhook(HOOK.with("/slices/0/endpoints/0/conditions/ready", false)), PROGRESSING, "0 of 1 endpoints");
        assertHealth(webhook(HOOK.with("/client/service/port", 8443)), FAILED, "calls port 8443");
        assertHealth(webhook(HOOK.without("/client/service/port")), HEALTHY);
        assertHealth(webhook(HOOK.without("/client/service")), UNKNOWN, "calls no service");
    }

    @Test
    void a_configuration_without_webhooks_proves_nothing_and_every_webhook_counts() {
        Health good = webhook(HOOK);
        Health bad = webhook(HOOK.with("/slices", List.of()));
        assertHealth(WebhookHealth.all(List.of()), PROGRESSING, "no webhook");
        assertHealth(WebhookHealth.all(List.of(good, bad)), PROGRESSING, "0 of 0");
        assertHealth(WebhookHealth.all(List.of(bad, good)), PROGRESSING, "0 of 0");
        assertHealth(WebhookHealth.all(List.of(good, good)), HEALTHY);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example/op:1.22.0, true",
        "registry.example:5000/op:1.22.0, true",
        "registry.example/op:1.22.0@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, true",
        "registry.example/op:v1.22.0, false",
        "registry.example/op:1.22.01, false",
        "registry.example/op, false",
        "registry.example:5000/op, false",
        "registry.example/op@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "registry.example:1.22.0/op, false"
    })
    void the_version_is_the_tag_of_an_image(String image, boolean isWanted) {
        assertHealth(
                deployment(DEPLOYMENT.with(IMAGE, image), "1.22.0"),
                isWanted ? HEALTHY : FAILED,
                isWanted ? "version 1.22.0" : "none of its images has the tag 1.22.0");
    }

    @Test
    void an_operator_that_is_scaled_to_zero_is_not_installed() {
        Tree zero = DEPLOYMENT
                .with("/spec/replicas", 0)
                .with("/status", DEPLOYMENT.at("/status"))
                .with("/status/replicas", 0)
                .with("/status/updatedReplicas", 0)
                .with("/status/readyReplicas", 0)
                .with("/status/availableReplicas", 0);
        assertHealth(deployment(zero, "4"), FAILED, "scaled to zero");
    }

    @Test
    void a_rollout_that_is_not_complete_is_not_installed() {
        assertHealth(deployment(DEPLOYMENT.with("/status/updatedReplicas", 2), "4"), PROGRESSING, "2 of 3");
        Tree old = Rule.STATEFUL_SET
                .healthy()
                .with("/spec/updateStrategy/type", "OnDelete")
                .with("/status/updatedReplicas", 1);
        assertHealth(Rule.STATEFUL_SET.judge(old), HEALTHY);
        assertHealth(statefulSet(old), PROGRESSING, "1 of 3 replicas updated");
        assertHealth(statefulSet(old.without("/status/updatedReplicas")), PROGRESSING, "0 of 3 replicas updated");
    }

    @Test
    void a_partition_leaves_a_stateful_set_not_rolled_out() {
        Tree partitioned = Rule.STATEFUL_SET
                .healthy()
                .with("/spec/updateStrategy/rollingUpdate/partition", 2)
                .with("/status/updatedReplicas", 1);
        assertHealth(Rule.STATEFUL_SET.judge(partitioned), HEALTHY, "partitioned");
        assertHealth(statefulSet(partitioned), PROGRESSING, "1 of 3 replicas updated");
    }

    @Test
    void the_names_of_an_operator_s_kind_have_to_be_accepted() {
        Tree silent = Rule.CUSTOM_RESOURCE_DEFINITION.healthy().with("/status/conditions/0/status", "Unknown");
        assertHealth(Rule.CUSTOM_RESOURCE_DEFINITION.judge(silent), HEALTHY);
        assertHealth(
                CustomResourceDefinitionHealth.accepted(silent.as(CustomResourceDefinition.class), "v1", NOW),
                PROGRESSING,
                "NamesAccepted");
    }
}
