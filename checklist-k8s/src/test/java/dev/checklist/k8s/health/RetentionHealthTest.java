package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionHealthTest {

    private static final Tree CNPG =
            new Tree(OperatorSubjects.healthy("cnpg-backups").at("/database"));
    private static final Tree PSMDB =
            new Tree(OperatorSubjects.healthy("psmdb-backups").at("/database"));

    private static Health cnpg(String policy, int days) {
        Tree cluster = CNPG.with("/spec/backup/retentionPolicy", policy);
        return RetentionHealth.cnpg(OperatorSubjects.view(cluster), Duration.ofDays(days), Rule.NOW);
    }

    private static Health psmdb(Tree mongodb, int days) {
        return RetentionHealth.psmdb(OperatorSubjects.view(mongodb), Duration.ofDays(days), Rule.NOW);
    }

    @ParameterizedTest
    @CsvSource({"30d, 30", "4w, 28", "1m, 28", "60d, 30"})
    void a_policy_of_days_weeks_or_months_keeps_backups_so_long(String policy, int days) {
        assertHealth(cnpg(policy, days), HEALTHY, policy);
        assertHealth(cnpg(policy, days * 2 + 1), FAILED, "less than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "d", "0d", "-1d", "30 d", "thirty"})
    void what_is_no_policy_is_failed(String policy) {
        assertHealth(cnpg(policy, 1), FAILED, "spec.backup.retentionPolicy");
    }

    @Test
    void a_plugin_keeps_the_policy_in_a_resource_of_its_own() {
        Tree plugin = CNPG.without("/spec/backup").with("/spec/plugins", List.of(Map.of("name", "barman-cloud")));
        assertHealth(
                RetentionHealth.cnpg(OperatorSubjects.view(plugin), Duration.ofDays(1), Rule.NOW), UNKNOWN, "plugin");
    }

    @Test
    void as_many_as_are_kept_times_the_period_of_the_schedule() {
        assertHealth(psmdb(PSMDB, 14), HEALTHY, "keeps 14 of 0 1 * * *");
        assertHealth(psmdb(PSMDB, 15), FAILED, "PT336H, less than PT360H");
        Tree twice = PSMDB.with("/spec/backup/tasks/0/schedule", "0 1,2 * * *");
        assertHealth(psmdb(twice, 7), HEALTHY);
        assertHealth(psmdb(twice, 8), FAILED);
        assertHealth(psmdb(PSMDB.with("/spec/backup/tasks/0/retention", Map.of("count", 3)), 4), FAILED);
        Tree zoned = PSMDB.with("/spec/backup/tasks/0/schedule", "CRON_TZ=Europe/Paris 0 1 * * *");
        assertHealth(psmdb(zoned, 14), HEALTHY);
        assertHealth(psmdb(zoned, 15), FAILED);
    }

    @Test
    void the_task_that_reaches_back_the_longest_counts_if_it_is_enabled() {
        Map<String, Object> weekly = Map.of("name", "weekly", "enabled", true, "schedule", "0 0 * * sun", "keep", 8);
        assertHealth(psmdb(PSMDB.with("/spec/backup/tasks/1", weekly), 56), HEALTHY, "weekly");
        assertHealth(psmdb(PSMDB.with("/spec/backup/tasks/0/enabled", false), 1), FAILED, "no enabled task");
        assertHealth(psmdb(PSMDB.with("/spec/backup/enabled", false), 1), FAILED, "enabled is not true");
        assertHealth(psmdb(PSMDB.without("/spec/backup"), 1), FAILED);
    }

    @Test
    void to_keep_all_for_ever_is_no_retention_and_a_schedule_that_cannot_be_read_is_unknown() {
        assertHealth(psmdb(PSMDB.with("/spec/backup/tasks/0/keep", 0), 1), FAILED, "no enabled task");
        assertHealth(psmdb(PSMDB.with("/spec/backup/tasks/0/schedule", "now and then"), 1), UNKNOWN, "now and then");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@daily | 1 | PT24H",
                "@hourly | 24 | PT24H",
                "*/15 * * * * | 1 | PT15M",
                "0 2 * * 1-5 | 5 | PT168H",
                "0 2 * * mon-fri | 1 | PT24H",
                "0 0 1 * * | 1 | PT672H",
                "0 0 13 * 5 | 1 | PT24H",
                "0 6/8 * * * | 2 | PT16H"
            })
    void the_shortest_time_of_so_many_steps_counts(String schedule, int steps, Duration shortest) {
        assertThat(CronSchedule.of(schedule).orElseThrow().shortest(steps)).contains(shortest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "* * * *", "* * * * * *", "60 * * * *", "0 24 * * *", "0 0 0 * *", "x * * * *", "5-1 * * * *"
            })
    void what_is_no_schedule_is_not_read(String schedule) {
        assertThat(CronSchedule.of(schedule)).isEmpty();
    }

    @Test
    void more_steps_than_come_in_two_years_are_not_counted() {
        assertThat(CronSchedule.of("@yearly").orElseThrow().shortest(2)).isEmpty();
        assertThat(CronSchedule.of("0 0 31 2 *").orElseThrow().shortest(1)).isEmpty();
        assertThat(CronSchedule.of("@daily").orElseThrow().shortest(Long.MAX_VALUE))
                .isEmpty();
    }
}
