package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.OperatorSubjects.cnpgBackups;
import static dev.checklist.k8s.health.OperatorSubjects.psmdbBackups;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackupsHealthTest {

    private static final Tree CNPG = OperatorSubjects.healthy("cnpg-backups");
    private static final Tree PSMDB = OperatorSubjects.healthy("psmdb-backups");

    private static Map<String, Object> attempt(String name, String created, Map<String, Object> status) {
        return Map.of(
                "metadata", Map.of("name", name, "creationTimestamp", created),
                "spec", Map.of("cluster", Map.of("name", "db"), "clusterName", "mongo"),
                "status", status);
    }

    @Test
    void the_newest_that_completed_counts_wherever_it_stands_in_the_list() {
        assertHealth(cnpgBackups(CNPG), HEALTHY, "db-2, ended at 2026-03-01T02:10:00Z");
        Tree turned = CNPG.with("/backups", List.of(CNPG.at("/backups/1"), CNPG.at("/backups/0")));
        assertHealth(cnpgBackups(turned), HEALTHY, "db-2");
        assertHealth(psmdbBackups(PSMDB), HEALTHY, "mongo-1, ended at 2026-03-01T01:20:00Z");
    }

    @Test
    void one_that_is_too_old_is_failed_unless_another_is_under_way() {
        Tree old = CNPG.without("/backups/1");
        assertHealth(cnpgBackups(old), FAILED, "db-1", "more than PT26H ago");
        Tree running = old.with("/backups/1", attempt("db-9", "2026-03-01T11:00:00Z", Map.of("phase", "running")));
        assertHealth(cnpgBackups(running), PROGRESSING, "another is under way");
        assertHealth(psmdbBackups(PSMDB.with("/backups/0/status/completed", "2026-02-28T09:59:00Z")), FAILED, "ago");
        assertHealth(psmdbBackups(PSMDB.with("/backups/0/status/completed", "2026-02-28T10:00:00Z")), HEALTHY);
    }

    @Test
    void none_at_all_is_never() {
        assertHealth(cnpgBackups(CNPG.with("/backups", List.of())), FAILED, "never: none of 0");
        assertHealth(psmdbBackups(PSMDB.with("/backups", List.of())), FAILED, "never: none of 0");
        Tree running = CNPG.with("/backups", List.of(attempt("db-9", "2026-03-01T11:00:00Z", Map.of())));
        assertHealth(cnpgBackups(running), PROGRESSING, "never");
    }

    @Test
    void backups_of_another_cluster_or_that_are_being_deleted_do_not_count() {
        Tree other = CNPG.with("/backups/0/spec/cluster/name", "other").with("/backups/1/spec/cluster/name", "db2");
        assertHealth(cnpgBackups(other), FAILED, "never: none of 0");
        assertHealth(psmdbBackups(PSMDB.without("/backups/0/spec/clusterName")), FAILED, "never");
        assertHealth(
                psmdbBackups(PSMDB.with("/backups/0/metadata/deletionTimestamp", "2026-03-01T11:00:00Z")),
                FAILED,
                "never");
    }

    @Test
    void the_name_that_older_operators_wrote_counts_too() {
        Tree older = PSMDB.without("/backups/0/spec/clusterName").with("/backups/0/spec/psmdbCluster", "mongo");
        assertHealth(psmdbBackups(older), HEALTHY);
    }

    @Test
    void a_failed_last_backup_speaks_against_an_earlier_one() {
        assertHealth(
                cnpgBackups(CNPG.with("/database/status/conditions/0/status", "False")), FAILED, "LastBackupSucceeded");
        Map<String, Object> failed =
                attempt("late", "2026-03-01T03:00:00Z", Map.of("phase", "failed", "state", "error"));
        assertHealth(cnpgBackups(CNPG.with("/backups/2", failed)), FAILED, "late after db-2 failed");
        assertHealth(psmdbBackups(PSMDB.with("/backups/1", failed)), FAILED, "late after mongo-1 failed");
        Map<String, Object> early = attempt("early", "2026-02-28T03:00:00Z", Map.of("phase", "failed"));
        assertHealth(cnpgBackups(CNPG.with("/backups/2", early)), HEALTHY);
    }

    @Test
    void a_log_that_is_not_archived_is_a_note() {
        assertHealth(
                cnpgBackups(CNPG.with("/database/status/conditions/1/status", "False")),
                HEALTHY,
                "the write-ahead log is not archived");
    }

    @Test
    void a_backup_without_an_end_or_with_one_that_has_not_come_is_unknown() {
        assertHealth(psmdbBackups(PSMDB.without("/backups/0/status/completed")), UNKNOWN, "status/completed");
        assertHealth(psmdbBackups(PSMDB.with("/backups/0/status/completed", "2026-03-01T12:06:00Z")), UNKNOWN);
        assertHealth(psmdbBackups(PSMDB.with("/backups/0/status/completed", "2026-03-01T12:04:00Z")), HEALTHY);
    }
}
