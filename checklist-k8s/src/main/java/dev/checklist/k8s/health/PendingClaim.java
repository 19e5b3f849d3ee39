package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a claim that will be bound from one that nothing can bind. */
final class PendingClaim {
    /** Notes that nothing is wrong with a claim, though it is not bound. */
    static final String WAITS = "waits for first consumer";

    private final PersistentVolumeClaim claim;
    private final PersistentVolumeClaimSpec spec;

    PendingClaim(PersistentVolumeClaim claim) {
        this.claim = claim;
        this.spec = Objects.requireNonNullElseGet(claim.getSpec(), PersistentVolumeClaimSpec::new);
    }

    Health judge(
            Facts facts,
            String reason,
            Collection<StorageClass> classes,
            Collection<PersistentVolume> volumes,
            Collection<Pod> pods,
            Instant now) {
        String name = facts.text("spec.storageClassName", spec.getStorageClassName());
        if (volumes.stream().anyMatch(volume -> canBind(volume, name))) {
            return facts.progressing(reason + "; a volume that fits is there");
        }
        Optional<StorageClass> serving = classes.stream()
                .filter(c -> name.isEmpty() ? usesDefault() && StorageClassHealth.isDefault(c) : isNamed(c, name))
                .findFirst();
        if (serving.isEmpty()) {
            return facts.failed(
                    name.isEmpty()
                            ? "not bound: no class is named, none is the default, and no volume fits"
                            : "not bound: StorageClass " + name + " does not exist");
        }
        facts.see("storageClass.volumeBindingMode", serving.get().getVolumeBindingMode());
        return "WaitForFirstConsumer".equals(serving.get().getVolumeBindingMode())
                ? firstConsumer(facts, reason, pods, now)
                : facts.progressing(reason);
    }

    private Health firstConsumer(Facts facts, String reason, Collection<Pod> pods, Instant now) {
        List<Pod> users = pods.stream().filter(this::isUsedBy).toList();
        if (users.isEmpty()) {
            facts.note(WAITS);
            return facts.progressing(reason + ": it waits for the first pod that uses it");
        }
        return DrillDown.into(facts.progressing(reason), users, now);
    }

    private boolean isUsedBy(Pod pod) {
        String namespace = Universal.metadata(claim).getNamespace();
        String name = Universal.metadata(claim).getName();
        return Objects.equals(namespace, Universal.metadata(pod).getNamespace())
                && pod.getSpec() != null
                && Absent.list(pod.getSpec().getVolumes()).stream()
                        .anyMatch(volume -> volume.getPersistentVolumeClaim() != null
                                && Objects.equals(
                                        name, volume.getPersistentVolumeClaim().getClaimName()));
    }

    /** The empty name, other than none, means: no class, not even the default one. */
    private boolean usesDefault() {
        return spec.getStorageClassName() == null;
    }

    private static boolean isNamed(StorageClass storageClass, String name) {
        return name.equals(Universal.metadata(storageClass).getName());
    }

    private boolean canBind(PersistentVolume volume, String className) {
        PersistentVolumeSpec offer = Objects.requireNonNullElseGet(volume.getSpec(), PersistentVolumeSpec::new);
        boolean isFree = volume.getStatus() != null
                && "Available".equals(volume.getStatus().getPhase())
                && (offer.getClaimRef() == null || isMine(offer));
        return isFree
                && className.equals(Absent.text(offer.getStorageClassName()))
                && Absent.list(offer.getAccessModes()).containsAll(Absent.list(spec.getAccessModes()))
                && fits(offer);
    }

    private boolean isMine(PersistentVolumeSpec offer) {
        return Objects.equals(
                        offer.getClaimRef().getName(), Universal.metadata(claim).getName())
                && Objects.equals(
                        offer.getClaimRef().getNamespace(),
                        Universal.metadata(claim).getNamespace());
    }

    private boolean fits(PersistentVolumeSpec offer) {
        @Nullable
        BigDecimal size = offer.getCapacity() == null
                ? null
                : Quantities.number(offer.getCapacity().get("storage")).orElse(null);
        return Quantities.number(PersistentVolumeClaimHealth.requested(claim))
                .map(need -> size != null && size.compareTo(need) >= 0)
                .orElse(true);
    }
}
