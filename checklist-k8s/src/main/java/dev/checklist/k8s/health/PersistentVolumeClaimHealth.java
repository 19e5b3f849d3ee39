package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rule for PersistentVolumeClaims: bound, and as large as asked for. */
public final class PersistentVolumeClaimHealth {

    private static final List<String> RESIZING = List.of("FileSystemResizePending", "Resizing");
    private static final List<String> RESIZE_ERRORS = List.of("ControllerResizeError", "NodeResizeError");

    private PersistentVolumeClaimHealth() {}

    /**
     * Judges the claim by its own status: one that no class serves stays progressing for ever.
     *
     * @param claim the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(PersistentVolumeClaim claim, Instant now) {
        Facts facts = new Facts();
        return judge(facts, claim, now);
    }

    /**
     * Judges the claim and, while it is pending, whether anything can ever bind it.
     *
     * @param claim the object as read
     * @param classes all StorageClasses of the cluster
     * @param volumes all PersistentVolumes of the cluster
     * @param pods all pods of its namespace: a class may wait for the first one that uses the claim
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(
            PersistentVolumeClaim claim,
            Collection<StorageClass> classes,
            Collection<PersistentVolume> volumes,
            Collection<Pod> pods,
            Instant now) {
        Facts facts = new Facts();
        Health health = judge(facts, claim, now);
        return "Pending".equals(status(claim).getPhase()) && health.state() == Health.State.PROGRESSING
                ? new PendingClaim(claim).judge(facts, health.reason(), classes, volumes, pods, now)
                : health;
    }

    /**
     * Lets a claim be healthy that waits for the first pod that uses it, as its class makes it do; the note stays.
     *
     * @param health the verdict on a pending claim with everything around it
     * @return healthy for such a claim, the same verdict for any other
     */
    public static Health allowingUnbound(Health health) {
        return health.state() == Health.State.PROGRESSING && health.notes().contains(PendingClaim.WAITS)
                ? new Health(Health.State.HEALTHY, health.reason(), health.notes(), health.fields())
                : health;
    }

    private static Health judge(Facts facts, PersistentVolumeClaim claim, Instant now) {
        PersistentVolumeClaimStatus status = status(claim);
        Conditions conditions = Conditions.of(
                facts,
                null,
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        return Universal.terminating(facts, claim, now)
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> switch (facts.text("status.phase", status.getPhase())) {
                    case "Bound" -> bound(facts, claim, status, conditions);
                    case "Lost" -> facts.failed("its volume is lost");
                    case "" -> facts.progressing("no phase yet");
                    default -> facts.progressing(status.getPhase() + ", not bound");
                });
    }

    private static Health bound(
            Facts facts, PersistentVolumeClaim claim, PersistentVolumeClaimStatus status, Conditions conditions) {
        RESIZE_ERRORS.stream()
                .flatMap(type -> conditions.ifTrue(type).stream())
                .forEach(error -> facts.note(error.quoted()));
        Optional<Condition> resizing = RESIZING.stream()
                .flatMap(type -> conditions.ifTrue(type).stream())
                .findFirst();
        if (resizing.isPresent()) {
            return facts.progressing(resizing.get().quoted());
        }
        Quantity wanted = requested(claim);
        Quantity found =
                status.getCapacity() == null ? null : status.getCapacity().get("storage");
        facts.see("spec.resources.requests.storage", wanted);
        facts.see("status.capacity.storage", found);
        Optional<BigDecimal> size = Quantities.number(found);
        if (found != null && size.isEmpty()) {
            return facts.unknown("its capacity " + found + " cannot be read");
        }
        boolean tooSmall = Quantities.number(wanted)
                .filter(need -> size.isPresent() && size.get().compareTo(need) < 0)
                .isPresent();
        return tooSmall
                ? facts.progressing("bound with " + found + ", " + wanted + " expected")
                : facts.healthy("bound" + (found == null ? "" : " with " + found));
    }

    static @Nullable Quantity requested(PersistentVolumeClaim claim) {
        PersistentVolumeClaimSpec spec = claim.getSpec();
        Map<String, Quantity> requests = spec == null || spec.getResources() == null
                ? Map.of()
                : Absent.map(spec.getResources().getRequests());
        return requests.get("storage");
    }

    private static PersistentVolumeClaimStatus status(PersistentVolumeClaim claim) {
        return Objects.requireNonNullElseGet(claim.getStatus(), PersistentVolumeClaimStatus::new);
    }
}
