package dev.checklist.k8s.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules for "a backup was taken lately", over the backup objects of one database: the newest that completed counts,
 * and an attempt after it that failed speaks against it.
 */
public final class BackupsHealth {

    /** How far the clocks of the cluster and of this machine may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private BackupsHealth() {}

    /** What tells one kind of backup from another. */
    private record Kind(List<String> ofCluster, String state, String done, String failed, String ended) {}

    private static final Kind CNPG =
            new Kind(List.of("/spec/cluster/name"), "/status/phase", "completed", "failed", "/status/stoppedAt");
    private static final Kind PSMDB = new Kind(
            List.of("/spec/clusterName", "/spec/psmdbCluster"), "/status/state", "ready", "error", "/status/completed");

    /**
     * Judges by CloudNativePG's Backups and the Cluster's own condition LastBackupSucceeded.
     *
     * @param cluster the Cluster as read
     * @param backups any Backups of its namespace
     * @param maxAge how old the newest may be
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health cnpg(ResourceView cluster, Collection<ResourceView> backups, Duration maxAge, Instant now) {
        Facts facts = cluster.facts();
        Conditions conditions = cluster.conditions();
        conditions
                .with("ContinuousArchiving", Conditions.FALSE)
                .ifPresent(archiving -> facts.note("the write-ahead log is not archived: " + archiving.quoted()));
        return cluster.terminating(now)
                .or(() -> conditions
                        .with("LastBackupSucceeded", Conditions.FALSE)
                        .map(last -> facts.failed(last.quoted())))
                .orElseGet(() -> newest(cluster, CNPG, backups, maxAge, now));
    }

    /**
     * Judges by Percona's PerconaServerMongoDBBackups.
     *
     * @param mongodb the PerconaServerMongoDB as read
     * @param backups any of its backups of its namespace
     * @param maxAge how old the newest may be
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health psmdb(ResourceView mongodb, Collection<ResourceView> backups, Duration maxAge, Instant now) {
        return mongodb.terminating(now).orElseGet(() -> newest(mongodb, PSMDB, backups, maxAge, now));
    }

    private static Health newest(
            ResourceView database, Kind kind, Collection<ResourceView> all, Duration maxAge, Instant now) {
        Facts facts = database.facts();
        List<ResourceView> backups = all.stream()
                .filter(backup -> kind.ofCluster().stream()
                        .anyMatch(place -> backup.text(place)
                                .filter(database.name()::equals)
                                .isPresent()))
                .filter(backup -> backup.terminating(now).isEmpty())
                .toList();
        facts.see("backups of " + database.name(), backups.size());
        List<ResourceView> completed = in(backups, kind, kind.done());
        if (completed.isEmpty()) {
            return in(backups, kind, kind.failed()).size() == backups.size()
                    ? facts.failed("never: none of " + backups.size() + " backups completed")
                    : facts.progressing("never: none of " + backups.size() + " backups completed yet");
        }
        Comparator<ResourceView> byEnd =
                Comparator.comparing(backup -> ended(backup, kind).orElse(Instant.MIN));
        ResourceView newest = completed.stream().max(byEnd).orElseThrow();
        Optional<Instant> end = ended(newest, kind);
        if (end.isEmpty()) {
            return facts.unknown("the backup " + newest.name() + " completed, but "
                    + kind.ended().substring(1) + " is missing or no time");
        }
        String found = "the newest backup, " + newest.name() + ", ended at " + end.get();
        facts.see("newest backup", newest.name() + " " + end.get());
        if (end.get().isAfter(now.plus(SKEW))) {
            return facts.unknown(found + ", which has not come yet: it is " + now + " here");
        }
        Optional<ResourceView> failed = in(backups, kind, kind.failed()).stream()
                .filter(attempt -> created(attempt).isAfter(created(newest)))
                .findFirst();
        if (failed.isPresent()) {
            return facts.failed("the backup " + failed.get().name() + " after " + newest.name() + " failed");
        }
        if (end.get().isBefore(now.minus(maxAge))) {
            String late = found + ", more than " + maxAge + " ago";
            return in(backups, kind, kind.done()).size()
                                    + in(backups, kind, kind.failed()).size()
                            < backups.size()
                    ? facts.progressing(late + "; another is under way")
                    : facts.failed(late);
        }
        return facts.healthy(found);
    }

    private static List<ResourceView> in(List<ResourceView> backups, Kind kind, String state) {
        return backups.stream()
                .filter(backup -> state.equals(backup.textOrEmpty(kind.state())))
                .toList();
    }

    private static Optional<Instant> ended(ResourceView backup, Kind kind) {
        return Times.instant(backup.textOrEmpty(kind.ended()));
    }

    private static Instant created(ResourceView backup) {
        return Times.instant(backup.textOrEmpty("/metadata/creationTimestamp")).orElse(Instant.MIN);
    }
}
