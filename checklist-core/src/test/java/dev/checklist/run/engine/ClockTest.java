package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunClock;
import dev.checklist.run.Waiver;
import dev.checklist.testing.FakeRunClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time of day may step as it likes: what lasts is measured elsewhere. */
class ClockTest {
    /** Steps by an hour, forth and back, whenever somebody looks. */
    private static final class SteppingClock implements RunClock {
        private final AtomicInteger looks = new AtomicInteger();
        private final long step;

        SteppingClock(long stepInSeconds) {
            step = stepInSeconds;
        }

        @Override
        public Instant now() {
            return Instant.now().plusSeconds(looks.getAndIncrement() * step % 86_400);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600, -3_600, 7_199, -86_399})
    void durations_retries_and_timeouts_do_not_care_for_steps_of_the_clock(long step) {
        AtomicInteger looks = new AtomicInteger();
        Check retried = check(
                        "retried",
                        context -> looks.incrementAndGet() < 4
                                ? Outcome.failed("not yet")
                                : Outcome.passed(
                                        "saw it with " + context.remaining().compareTo(Duration.ofMinutes(1))))
                .retry(attempts(5).every(Duration.ofMillis(5)).within(Duration.ofMinutes(10)))
                .timeout(Duration.ofMinutes(5))
                .id("retried");
        Check late = check("late", context -> {
                    new CountDownLatch(1).await();
                    return Outcome.passed("never said");
                })
                .timeout(Duration.ofMillis(100))
                .id("late");
        ChecklistRunner runner =
                ChecklistRunner.create().withClock(new SteppingClock(step)).withDeadline(Duration.ofSeconds(20));

        Report report = Neighbours.around(runner, retried, late);

        assertThat(report.endedEarly()).isEmpty();
        assertThat(report.result("retried").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("retried").attempts())
                .hasSize(4)
                .allMatch(attempt -> attempt.duration().compareTo(Duration.ofMinutes(1)) < 0)
                .allMatch(
                        attempt -> attempt.endedAt().equals(attempt.startedAt().plus(attempt.duration())));
        assertThat(report.result("late").message()).startsWith("timed out after 100 ms");
        assertThat(report.result("late").attempts().get(0).duration())
                .isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2028-02-28T23:59:30Z", // into a leap day
                "2028-02-29T23:59:30Z", // out of it
                "2026-03-29T00:59:30Z", // summer time begins in Paris
                "2026-10-25T00:59:30Z", // and ends
                "2026-12-31T23:59:30Z",
                "2016-12-31T23:59:30Z" // a leap second
            })
    void a_minute_is_a_minute_on_every_day_and_in_every_zone(String start) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        try {
            FakeRunClock clock = FakeRunClock.startingAt(Instant.parse(start));
            Check retried = check(
                            "retried",
                            context -> context.attempt() < 3
                                    ? Outcome.failed("not yet")
                                    : Outcome.passed("at " + context.now()))
                    .retry(attempts(3).every(Duration.ofMinutes(1)).within(Duration.ofMinutes(2)))
                    .id("retried");

            Report report = Neighbours.around(ChecklistRunner.create().withClock(clock), retried);

            Result result = report.result("retried");
            Instant first = Instant.parse(start);
            assertThat(result.attempts())
                    .extracting(Attempt::startedAt)
                    .containsExactly(first, first.plusSeconds(60), first.plusSeconds(120));
            assertThat(result.message()).isEqualTo("at " + first.plusSeconds(120));
            assertThat(report.facts().startedAt()).isEqualTo(first);
            assertThat(report.facts().endedAt()).isEqualTo(first.plusSeconds(120));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_waiver_is_judged_once_at_the_start_by_the_date_in_utc() {
        FakeRunClock clock = FakeRunClock.startingAt(Instant.parse("2028-02-29T23:59:30Z"));
        Check failing = check("failing", context -> Outcome.failed("it broke"))
                .retry(attempts(3).every(Duration.ofMinutes(1)))
                .id("failing");
        Waiver lastDay = new Waiver("failing", "known", "ann", LocalDate.parse("2028-02-29"));

        Report report =
                Neighbours.around(ChecklistRunner.create().withClock(clock).withWaivers(List.of(lastDay)), failing);

        assertThat(report.result("failing").status()).isEqualTo(Status.WAIVED);
        assertThat(report.facts().endedAt()).isEqualTo("2028-03-01T00:01:30Z");
    }

    @Test
    void nanoseconds_that_overflow_are_only_differences() {
        AtomicLong offset = new AtomicLong(
                Long.MAX_VALUE - System.nanoTime() - Duration.ofMillis(100).toNanos());
        RunClock overflowing = new RunClock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanoTime() {
                return System.nanoTime() + offset.get(); // passes Long.MAX_VALUE within the run
            }
        };
        Check retried = check(
                        "retried",
                        context -> context.attempt() < 6 ? Outcome.failed("not yet") : Outcome.passed("saw it"))
                .retry(attempts(6).every(Duration.ofMillis(60)).within(Duration.ofMinutes(1)))
                .id("retried");

        Report report = Neighbours.report(ChecklistRunner.create()
                .withClock(overflowing)
                .withDeadline(Duration.ofSeconds(20))
                .start(checklist("list", retried)));

        assertThat(report.result("retried").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("retried").attempts())
                .allMatch(attempt -> attempt.duration().compareTo(Duration.ofSeconds(10)) < 0);
    }
}
