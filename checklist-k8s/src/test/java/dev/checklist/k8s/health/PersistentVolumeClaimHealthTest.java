package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentVolumeClaimHealthTest {

    private static final Tree BOUND = Rule.PERSISTENT_VOLUME_CLAIM.healthy();
    private static final Tree PENDING =
            BOUND.with("/status", Map.of("phase", "Pending")).without("/spec/volumeName");
    private static final Tree LATE = Rule.STORAGE_CLASS.healthy();
    private static final Tree IMMEDIATE = LATE.with("/volumeBindingMode", "Immediate");
    private static final Tree USER = Rule.POD
            .healthy()
            .with("/spec/volumes", List.of(Map.of("name", "v", "persistentVolumeClaim", Map.of("claimName", "data"))));
    private static final Tree VOLUME = Tree.yaml("""
            metadata: {name: pv-1}
            spec: {storageClassName: fast, accessModes: [ReadWriteOnce, ReadOnlyMany], capacity: {storage: 10240Mi}}
            status: {phase: Available}
            """);

    @Test
    void a_bound_claim_is_healthy() {
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(BOUND), HEALTHY, "bound with 10Gi");
    }

    @Test
    void a_lost_claim_is_failed_and_a_pending_one_progressing() {
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(BOUND.with("/status/phase", "Lost")), FAILED, "lost");
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(PENDING), PROGRESSING, "not bound");
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(BOUND.without("/status")), PROGRESSING, "no phase");
    }

    @Test
    void a_claim_smaller_than_asked_for_is_progressing() {
        Tree grown = BOUND.with("/spec/resources/requests/storage", "20Gi");
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(grown), PROGRESSING, "with 10Gi, 20Gi expected");
        assertHealth(
                Rule.PERSISTENT_VOLUME_CLAIM.judge(BOUND.with("/status/capacity/storage", "10G")),
                PROGRESSING,
                "with 10G, 10Gi expected");
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(BOUND.with("/status/capacity/storage", "10240Mi")), HEALTHY);
    }

    @Test
    void a_capacity_that_cannot_be_read_is_unknown() {
        assertHealth(
                Rule.PERSISTENT_VOLUME_CLAIM.judge(BOUND.with("/status/capacity/storage", "10Quux")),
                UNKNOWN,
                "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FileSystemResizePending", "Resizing"})
    void a_claim_that_is_being_resized_is_progressing(String type) {
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(with(type, "True")), PROGRESSING, type);
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(with(type, "False")), HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ControllerResizeError", "NodeResizeError"})
    void a_resize_that_failed_is_noted(String type) {
        assertHealth(Rule.PERSISTENT_VOLUME_CLAIM.judge(with(type, "True")), HEALTHY, type);
    }

    @Test
    void a_claim_of_a_class_that_does_not_exist_is_failed() {
        assertHealth(judge(PENDING, null, null, null), FAILED, "StorageClass fast does not exist");
        assertHealth(judge(PENDING, IMMEDIATE, null, null), PROGRESSING, "not bound");
        assertHealth(judge(PENDING, IMMEDIATE.with("/metadata/name", "slow"), null, null), FAILED, "fast");
        assertHealth(judge(BOUND, null, null, null), HEALTHY);
    }

    @Test
    void a_claim_without_class_needs_a_default_class_or_a_volume() {
        Tree classless = PENDING.without("/spec/storageClassName");
        assertHealth(judge(classless, IMMEDIATE, null, null), PROGRESSING, "not bound");
        assertHealth(
                judge(classless, IMMEDIATE.without("/metadata/annotations"), null, null), FAILED, "no class is named");
        Tree fits = VOLUME.without("/spec/storageClassName");
        assertHealth(judge(classless, null, fits, null), PROGRESSING, "a volume that fits is there");
    }

    @Test
    void the_empty_class_name_is_not_the_default_class() {
        Tree none = PENDING.with("/spec/storageClassName", "");
        assertHealth(judge(none, IMMEDIATE, null, null), FAILED, "no volume fits");
        assertHealth(judge(none, IMMEDIATE, VOLUME.without("/spec/storageClassName"), null), PROGRESSING);
    }

    @Test
    void a_volume_fits_when_it_is_free_and_large_enough_and_of_the_class_and_the_modes() {
        assertHealth(judge(PENDING, null, VOLUME, null), PROGRESSING, "a volume that fits");
        for (Tree other : List.of(
                VOLUME.with("/status/phase", "Released"),
                VOLUME.with("/spec/storageClassName", "slow"),
                VOLUME.with("/spec/capacity/storage", "10G"),
                VOLUME.without("/spec/capacity"),
                VOLUME.with("/spec/accessModes", List.of("ReadOnlyMany")),
                VOLUME.with("/spec/claimRef", Map.of("name", "other", "namespace", "store")))) {
            assertHealth(judge(PENDING, null, other, null), FAILED, "does not exist");
        }
        Tree reserved = VOLUME.with("/spec/claimRef", Map.of("name", "data", "namespace", "store"));
        assertHealth(judge(PENDING, null, reserved, null), PROGRESSING);
    }

    @Test
    void a_claim_may_wait_for_its_first_consumer_by_design() {
        assertHealth(judge(PENDING, LATE, null, null), PROGRESSING, "[waits for first consumer]");
        Tree elsewhere = USER.with("/metadata/namespace", "other");
        assertHealth(judge(PENDING, LATE, null, elsewhere), PROGRESSING, "[waits for first consumer]");
        Tree other = USER.with("/spec/volumes/0/persistentVolumeClaim/claimName", "other");
        assertHealth(judge(PENDING, LATE, null, other), PROGRESSING, "[waits for first consumer]");
        Tree unrelated = USER.with("/spec/volumes/0", Map.of("name", "v", "emptyDir", Map.of()));
        assertHealth(judge(PENDING, LATE, null, unrelated), PROGRESSING, "[waits for first consumer]");
    }

    @Test
    void a_consumer_that_cannot_be_scheduled_is_named() {
        Tree unschedulable = USER.with("/status/phase", "Pending")
                .with("/status/conditions/0/status", "False")
                .with("/status/conditions/0/reason", "Unschedulable");
        assertHealth(judge(PENDING, LATE, null, unschedulable), FAILED, "pod shop-7d9-abcde", "Unschedulable");
        assertHealth(judge(PENDING, LATE, null, USER), PROGRESSING, "[]");
    }

    @Test
    void the_evidence_names_the_class_and_how_it_binds() {
        assertThat(judge(PENDING, LATE, null, null).fields())
                .containsEntry("spec.storageClassName", "fast")
                .containsEntry("storageClass.volumeBindingMode", "WaitForFirstConsumer");
    }

    private static Tree with(String type, String status) {
        return BOUND.with("/status/conditions", List.of(Map.of("type", type, "status", status)));
    }

    private static Health judge(Tree claim, Tree storageClass, Tree volume, Tree pod) {
        return PersistentVolumeClaimHealth.of(
                claim.as(PersistentVolumeClaim.class),
                list(storageClass, StorageClass.class),
                list(volume, PersistentVolume.class),
                list(pod, Pod.class),
                NOW);
    }

    private static <T> List<T> list(Tree tree, Class<T> type) {
        return tree == null ? List.of() : List.of(tree.as(type));
    }
}
