package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageClassHealthTest {

    private static final Tree FAST = Rule.STORAGE_CLASS.healthy();
    private static final Tree SLOW = FAST.with("/metadata", Map.of("name", "slow"));

    @Test
    void a_storage_class_that_exists_is_healthy() {
        assertHealth(Rule.STORAGE_CLASS.judge(FAST), HEALTHY, "provisioner csi.example", "[]");
    }

    @Test
    void a_class_without_provisioner_is_not_dynamic() {
        assertHealth(
                Rule.STORAGE_CLASS.judge(FAST.with("/provisioner", "kubernetes.io/no-provisioner")),
                HEALTHY,
                "not dynamic");
    }

    @Test
    void the_default_class_is_the_one_with_either_annotation() {
        Tree beta = SLOW.with("/metadata/annotations/storageclass.beta.kubernetes.io~1is-default-class", "true");
        assertHealth(defaultOf(SLOW, FAST), HEALTHY, "default fast", "[]");
        assertHealth(defaultOf(beta), HEALTHY, "default slow");
        assertThat(defaultOf(SLOW, FAST).fields())
                .containsExactly(Map.entry("default classes", "[fast]"), Map.entry("provisioner", "csi.example"));
        assertHealth(defaultOf(FAST.with("/provisioner", "kubernetes.io/no-provisioner")), HEALTHY, "not dynamic");
        assertHealth(defaultOf(FAST.with("/metadata/deletionTimestamp", "2026-03-01T12:00:00Z")), PROGRESSING);
    }

    @Test
    void no_default_class_fails() {
        assertHealth(defaultOf(SLOW), FAILED, "none of 1 StorageClasses");
        assertHealth(
                defaultOf(FAST.with("/metadata/annotations/storageclass.kubernetes.io~1is-default-class", "false")),
                FAILED);
    }

    @Test
    void of_two_default_classes_the_newest_wins_with_a_note() {
        Tree older = FAST.with("/metadata/creationTimestamp", "2025-01-01T00:00:00Z");
        Tree newer =
                FAST.with("/metadata/creationTimestamp", "2026-01-01T00:00:00Z").with("/metadata/name", "newer");
        assertHealth(defaultOf(older, newer), HEALTHY, "default newer", "2 default classes: newer, fast");
    }

    private static Health defaultOf(Tree... classes) {
        return StorageClassHealth.defaultOf(
                Arrays.stream(classes).map(c -> c.as(StorageClass.class)).toList(), NOW);
    }
}
