package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.BackupsHealth;
import dev.checklist.k8s.health.CnpgClusterHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.HealthRule;
import dev.checklist.k8s.health.ResourceView;
import dev.checklist.k8s.health.RetentionHealth;
import java.time.Duration;
import java.time.Instant;

/** Has the checks of one Cluster of CloudNativePG ({@code clusters.postgresql.cnpg.io}). */
public final class CnpgClusterChecks {
    private final Place place;

    CnpgClusterChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when {@code status.phase} says healthy, {@code status.readyInstances} reaches {@code spec.instances} and the
     * given number, and the current primary is the target. A phase that is not known is an ERROR: they are sentences
     * that change with the operator's version.
     *
     * @param instances how many at least, 1 or more
     */
    public Check isReady(int instances) {
        int wanted = Amounts.positive("number of instances", instances);
        return place.check(
                CustomKinds.CNPG_CLUSTER,
                "is ready",
                "is ready with " + wanted + " instances",
                new JudgedByRule(place, CustomKinds.CNPG_CLUSTER, wanted + " ready instances", new Ready(wanted)));
    }

    /**
     * Passes when the newest Backup of this cluster that completed ended within so long ({@code status.stoppedAt}), none
     * after it failed, and the condition LastBackupSucceeded is not False. Fails when there never was one.
     *
     * @param maxAge longer than zero; 26 hours suit a daily backup
     */
    public Check hasBackupNewerThan(Duration maxAge) {
        Duration wanted = Amounts.positive("age of the backup", maxAge);
        return place.check(
                CustomKinds.CNPG_CLUSTER,
                "has a recent backup",
                "has a backup of the last " + wanted,
                new HasBackup(place, CustomKinds.CNPG_CLUSTER, CustomKinds.CNPG_BACKUP, wanted, BackupsHealth::cnpg));
    }

    /**
     * Passes when {@code spec.backup.retentionPolicy} keeps backups for so long; a month counts 28 days. An ERROR where a
     * plugin takes the backups, since its own resource keeps the policy.
     *
     * @param atLeast longer than zero
     */
    public Check hasRetention(Duration atLeast) {
        Duration wanted = Amounts.positive("retention", atLeast);
        return place.check(
                CustomKinds.CNPG_CLUSTER,
                "has a retention",
                "keeps backups for " + wanted,
                new JudgedByRule(place, CustomKinds.CNPG_CLUSTER, "backups kept for " + wanted, new Retention(wanted)));
    }

    /** Is a value, as probes have to be. */
    private record Ready(int instances) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return CnpgClusterHealth.of(object, instances, now);
        }
    }

    /** Is a value, as probes have to be. */
    private record Retention(Duration atLeast) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return RetentionHealth.cnpg(object, atLeast, now);
        }
    }
}
