package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A probe may let time pass, and knows whether more is to come; a test need not wait for it. */
class PauseTest {
    private final CheckTester tester = CheckTester.create();

    @Test
    void a_pause_takes_the_time_of_the_run_s_clock() {
        List<Duration> times = new ArrayList<>();
        Result result = tester.run(check("pauses", context -> {
            times.add(context.elapsed());
            context.pause(ofSeconds(7));
            times.add(context.elapsed());
            return Outcome.passed("left " + context.remaining());
        }));
        assertThat(result.message()).isEqualTo("left PT23S");
        assertThat(times.get(1).minus(times.get(0))).isEqualTo(ofSeconds(7));
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(7));
    }

    @Test
    void a_pause_ends_with_its_attempt() {
        Check tooLong = check("pauses", context -> {
            context.pause(ofMinutes(10));
            return Outcome.passed("never");
        });
        assertThat(tester.run(tooLong).message()).isEqualTo("timed out after 30 s");
        Result onThreads = ChecklistRunner.create()
                .run(checklist("list", tooLong.timeout(ofMillis(50))))
                .lines()
                .get(0);
        assertThat(onThreads.status()).isEqualTo(Status.ERROR);
        assertThat(onThreads.message()).isEqualTo("timed out after 50 ms");
    }

    @Test
    void time_never_steps_back_on_threads() {
        Result result = ChecklistRunner.create()
                .run(checklist("list", check("pauses", context -> {
                    Duration before = context.elapsed();
                    context.pause(ofMillis(3));
                    return context.elapsed().minus(before).compareTo(ofMillis(3)) >= 0
                            ? Outcome.passed("3 ms or more")
                            : Outcome.failed("less");
                })))
                .lines()
                .get(0);
        assertThat(result.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_probe_is_told_whether_another_attempt_may_follow() {
        Check once = check("once", context -> Outcome.passed("retried: " + context.isRetried()));
        assertThat(tester.run(once).message()).isEqualTo("retried: false");
        assertThat(tester.run(once.retry(attempts(2).every(ofSeconds(1)))).message())
                .isEqualTo("retried: true");
        Check twice = once.onlyIf(check("condition", once.probe()));
        assertThat(tester.run(twice).status()).isEqualTo(Status.PASSED);
    }
}
