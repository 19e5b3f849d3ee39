package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.PersistentVolumeClaimHealth;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Instant;
import java.util.List;

/** Has what is around claims and tells whether one that is pending can ever be bound. */
record Claims(List<StorageClass> classes, List<PersistentVolume> volumes, List<Pod> pods) {

    static Rights needs(String namespace) {
        return Rights.list(ResourceType.STORAGE_CLASS, "")
                .and(Rights.list(ResourceType.PERSISTENT_VOLUME, ""))
                .and(Rights.list(ResourceType.POD, namespace));
    }

    static Claims read(Reader reader, String namespace) throws Exception {
        return new Claims(
                reader.list(ResourceType.STORAGE_CLASS, "", ""),
                reader.list(ResourceType.PERSISTENT_VOLUME, "", ""),
                reader.list(ResourceType.POD, namespace, ""));
    }

    /** Judges a claim; with a claim that waits for its first consumer allowed, such a one is healthy. */
    Health judge(PersistentVolumeClaim claim, boolean isUnboundAllowed, Instant now) {
        Health health = PersistentVolumeClaimHealth.of(claim, classes, volumes, pods, now);
        return isUnboundAllowed ? PersistentVolumeClaimHealth.allowingUnbound(health) : health;
    }

    static boolean isPending(PersistentVolumeClaim claim) {
        return claim.getStatus() != null && "Pending".equals(claim.getStatus().getPhase());
    }

    /** Is a question about claims, of which only pending ones need what is around them. */
    @FunctionalInterface
    interface Rule {
        Health apply(PersistentVolumeClaim claim);
    }

    /** Makes the rule; without the right to look around, what is pending stays a mere "not yet". */
    static Rule rule(Reader reader, String namespace, List<PersistentVolumeClaim> claims, boolean isUnboundAllowed)
            throws Exception {
        if (claims.stream().noneMatch(Claims::isPending)) {
            return claim -> PersistentVolumeClaimHealth.of(claim, reader.now());
        }
        Claims around;
        try {
            around = read(reader, namespace);
        } catch (Refusal refusal) {
            if (isUnboundAllowed) {
                throw refusal; // whether it may stay unbound is then what was asked
            }
            return claim -> unexplained(PersistentVolumeClaimHealth.of(claim, reader.now()), refusal);
        }
        return claim -> around.judge(claim, isUnboundAllowed, reader.now());
    }

    private static Health unexplained(Health health, Refusal refusal) {
        return health.isHealthy()
                ? health
                : new Health(
                        health.state(),
                        health.reason(),
                        List.of("could not look for the reason: " + refusal.reason()),
                        health.fields());
    }

    static Outcome outcome(Health health) {
        return Outcomes.of("bound claims", health);
    }
}
