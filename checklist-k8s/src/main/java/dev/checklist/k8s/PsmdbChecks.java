package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.BackupsHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.HealthRule;
import dev.checklist.k8s.health.PsmdbHealth;
import dev.checklist.k8s.health.ResourceView;
import dev.checklist.k8s.health.RetentionHealth;
import java.time.Duration;
import java.time.Instant;

/** Has the checks of one PerconaServerMongoDB. */
public final class PsmdbChecks {
    private final Place place;

    PsmdbChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when {@code status.state} is ready and {@code status.ready} reaches {@code status.size}, which is not zero.
     * The conditions are not asked: they are a log, and keep saying ready.
     */
    public Check isReady() {
        return check("is ready", "is ready", "a ready MongoDB", PsmdbHealth::of);
    }

    /** Passes when it is ready and {@code status.replsets.*.initialized} is true for each of one or more replica sets. */
    public Check replicaSetsAreInitialized() {
        return check(
                "replica sets are initialised",
                "has initialised replica sets",
                "initialised replica sets",
                PsmdbHealth::initialized);
    }

    /**
     * Passes when the newest PerconaServerMongoDBBackup of this cluster that is ready completed within so long
     * ({@code status.completed}), and none after it failed. Fails when there never was one.
     *
     * @param maxAge longer than zero; 26 hours suit a daily backup
     */
    public Check hasBackupNewerThan(Duration maxAge) {
        Duration wanted = Amounts.positive("age of the backup", maxAge);
        return place.check(
                CustomKinds.PSMDB,
                "has a recent backup",
                "has a backup of the last " + wanted,
                new HasBackup(place, CustomKinds.PSMDB, CustomKinds.PSMDB_BACKUP, wanted, BackupsHealth::psmdb));
    }

    /**
     * Passes when an enabled task of {@code spec.backup.tasks} keeps so many backups that they reach back so long: its
     * {@code retention.count}, or {@code keep}, times the period of its schedule. A count of zero is no retention.
     *
     * @param atLeast longer than zero
     */
    public Check hasRetention(Duration atLeast) {
        Duration wanted = Amounts.positive("retention", atLeast);
        return check(
                "has a retention", "keeps backups for " + wanted, "backups kept for " + wanted, new Retention(wanted));
    }

    private Check check(String predicate, String title, String expected, HealthRule rule) {
        return place.check(
                CustomKinds.PSMDB, predicate, title, new JudgedByRule(place, CustomKinds.PSMDB, expected, rule));
    }

    /** Is a value, as probes have to be. */
    private record Retention(Duration atLeast) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return RetentionHealth.psmdb(object, atLeast, now);
        }
    }
}
