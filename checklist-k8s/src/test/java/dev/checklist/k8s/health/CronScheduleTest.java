package dev.checklist.k8s.health;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules as the controller reads them; 2026-03-01 is a Sunday. */
class CronScheduleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static CronSchedule schedule(String text) {
        return CronSchedule.of(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 2 * * *             | 2026-03-01T02:00:00Z
            */15 * * * *          | 2026-03-01T12:00:00Z
            5/20 * * * *          | 2026-03-01T11:45:00Z
            7-9 * * * *           | 2026-03-01T11:09:00Z
            1,3 11 * * *          | 2026-03-01T11:03:00Z
            0 9-17/4 * * *        | 2026-03-01T09:00:00Z
            0 0 * * MON           | 2026-02-23T00:00:00Z
            0 0 * * mon-fri       | 2026-02-27T00:00:00Z
            30 4 * * 0            | 2026-03-01T04:30:00Z
            0 0 28 FEB ?          | 2026-02-28T00:00:00Z
            0 0 29 2 *            | 2024-02-29T00:00:00Z
            0 0 31 * *            | 2026-01-31T00:00:00Z
            0 0 13 * 5            | 2026-02-27T00:00:00Z
            0 0 */2 * 5           | 2026-03-01T00:00:00Z
            @hourly               | 2026-03-01T12:00:00Z
            @daily                | 2026-03-01T00:00:00Z
            @midnight             | 2026-03-01T00:00:00Z
            @weekly               | 2026-03-01T00:00:00Z
            @monthly              | 2026-03-01T00:00:00Z
            @yearly               | 2026-01-01T00:00:00Z
            @annually             | 2026-01-01T00:00:00Z
            """)
    void a_schedule_was_last_due(String text, Instant expected) {
        assertThat(schedule(text).dueUntil(Instant.parse("2026-03-01T12:00:00Z"), UTC, 1))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * 0 *",
                "* * * * 7",
                "* * * * fry",
                "5-3 * * * *",
                "*/0 * * * *",
                "1,,2 * * * *",
                "-1 * * * *",
                "a * * * *",
                "@never",
                "@every 1h",
                "jan * * * *",
                "1-2-3 * * * *",
                "*-5 * * * *"
            })
    void what_the_controller_would_not_take_cannot_be_read(String text) {
        assertThat(CronSchedule.of(text)).isEmpty();
    }

    @Test
    void a_schedule_that_never_falls_due_has_no_period() {
        CronSchedule never = schedule("0 0 30 2 *");
        assertThat(never.dueUntil(Rule.NOW, UTC, 1)).isEmpty();
        assertThat(never.twoPeriods(Rule.NOW, UTC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 2 * * *      | 2026-03-01T01:59:00Z | PT48H
            0 2 * * *      | 2026-03-01T02:00:00Z | PT48H
            */5 * * * *    | 2026-03-01T12:03:00Z | PT10M
            0 9-17 * * 1-5 | 2026-03-03T12:30:00Z | PT2H
            0 9-17 * * 1-5 | 2026-03-02T08:59:00Z | PT64H59M
            0 9-17 * * 1-5 | 2026-03-02T09:01:00Z | PT65H
            0 0 1 * *      | 2026-03-01T12:00:00Z | PT1416H
            """)
    void two_periods_span_the_nights_and_weekends_of_the_schedule(String text, Instant now, Duration expected) {
        Duration found = schedule(text).twoPeriods(now, UTC).orElseThrow();
        // of an irregular schedule never less than the time since the last but one was due
        assertThat(found)
                .isGreaterThanOrEqualTo(
                        Duration.between(schedule(text).dueUntil(now, UTC, 2).get(1), now));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_schedule_is_read_in_its_zone() {
        assertThat(schedule("0 2 * * *").dueUntil(Instant.parse("2026-07-01T12:00:00Z"), PARIS, 1))
                .containsExactly(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(schedule("0 2 * * *").dueUntil(Instant.parse("2026-01-15T12:00:00Z"), PARIS, 1))
                .containsExactly(Instant.parse("2026-01-15T01:00:00Z"));
    }

    @Test
    void the_day_on_which_the_clocks_change_is_shorter() {
        // 29 March 2026 has no 02:30 in Paris
        assertThat(schedule("30 2 * * *").dueUntil(Instant.parse("2026-03-29T12:00:00Z"), PARIS, 2))
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-28T01:30:00Z"));
        assertThat(schedule("0 12 * * *").twoPeriods(Instant.parse("2026-03-30T11:00:00Z"), PARIS))
                .contains(Duration.ofHours(47));
    }
}
