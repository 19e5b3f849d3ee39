package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.rules.Lines.endOf;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.startsOf;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptsTest {
    private static final Outcome GONE = Outcome.failed("no such namespace").conclusively();

    private static List<Duration> seconds(long... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    @Test
    void failed_and_error_are_retried_under_a_policy() {
        ScriptedProbe probe = ScriptedProbe.answering(
                Outcome.failed("not yet"), Outcome.error("no answer"), Outcome.unsupported("?"), Outcome.passed("up"));
        Result result = CheckTester.create().run(check("line", probe).retry(attempts(9)));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(probe.timesAsked()).isEqualTo(4);
    }

    @Test
    void without_a_policy_one_reading_decides() {
        ScriptedProbe probe = ScriptedProbe.passingAfter(1, "up");
        Result result = CheckTester.create().run(check("line", probe));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(probe.timesAsked()).isOne();
        Result gone = CheckTester.create().run(check("line", ScriptedProbe.answering(GONE, Outcome.passed("up"))));
        assertThat(gone.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void passed_is_never_asked_again() {
        ScriptedProbe probe = ScriptedProbe.passing("up");
        CheckTester tester = CheckTester.create();
        assertThat(tester.run(check("line", probe).retry(attempts(5))).attempts())
                .hasSize(1);
        assertThat(tester.elapsed()).isZero();
    }

    @Test
    void a_policy_gives_at_most_its_number_of_attempts_and_no_sleep_follows_the_last() {
        Check line =
                check("line", ScriptedProbe.failing("never")).retry(attempts(4).every(ofSeconds(10)));
        Report report = run(line);
        assertThat(startsOf(report, line)).isEqualTo(seconds(0, 10, 20, 30));
        assertThat(Duration.between(report.facts().startedAt(), report.facts().endedAt()))
                .isEqualTo(ofSeconds(30));
    }

    @Test
    void one_attempt_is_no_retry() {
        Check line = check("line", ScriptedProbe.failing("never")).retry(attempts(1));
        assertThat(startsOf(run(line), line)).isEqualTo(seconds(0));
    }

    @Test
    void the_delay_is_one_second_unless_the_policy_says_otherwise() {
        Check line = check("line", ScriptedProbe.failing("never")).retry(attempts(3));
        assertThat(startsOf(run(line), line)).isEqualTo(seconds(0, 1, 2));
    }

    @Test
    void delays_run_from_the_end_of_one_attempt_to_the_start_of_the_next() {
        Check line = check("line", ScriptedProbe.failing("never").takes(ofSeconds(3)))
                .retry(attempts(3).every(ofSeconds(10)));
        assertThat(startsOf(run(line), line)).isEqualTo(seconds(0, 13, 26));
    }

    @Test
    void backing_off_doubles_the_delay_up_to_the_longest() {
        Check line =
                check("line", ScriptedProbe.failing("never")).retry(attempts(6).backingOff(ofSeconds(1), ofSeconds(5)));
        assertThat(startsOf(run(line), line)).isEqualTo(seconds(0, 1, 3, 7, 12, 17));
    }

    @Test
    void two_lines_under_one_policy_count_their_attempts_apart() {
        var policy = attempts(3).backingOff(ofSeconds(1), ofSeconds(8));
        Check one = check("one", ScriptedProbe.failing("never")).retry(policy);
        Check two = check("two", ScriptedProbe.failing("never")).retry(policy);
        Report report = run(one, two);
        assertThat(startsOf(report, one)).isEqualTo(startsOf(report, two)).isEqualTo(seconds(0, 1, 3));
    }

    @Test
    void no_attempt_starts_after_within_and_the_last_delay_is_shortened_to_fall_on_its_end() {
        Check line = check("line", ScriptedProbe.failing("never"))
                .retry(attempts(30).every(ofSeconds(10)).within(ofSeconds(25)));
        assertThat(startsOf(run(line), line)).isEqualTo(seconds(0, 10, 20, 25));
    }

    @Test
    void within_counts_from_the_start_of_the_first_attempt() {
        Check before = check("before", ScriptedProbe.passing("seen").takes(ofSeconds(100)))
                .timeout(ofMinutes(5));
        Check line = check("line", ScriptedProbe.failing("never").takes(ofSeconds(4)))
                .retry(attempts(30).every(ofSeconds(10)).within(ofSeconds(20)));
        Report report = run(section("A", before), section("B", line));
        assertThat(startsOf(report, line)).isEqualTo(seconds(100, 114, 120));
    }

    @Test
    void an_attempt_that_outlasts_within_is_the_last() {
        Check line = check("line", ScriptedProbe.failing("never").takes(ofSeconds(20)))
                .retry(attempts(30).every(ofSeconds(1)).within(ofSeconds(20)));
        assertThat(startsOf(run(line), line)).isEqualTo(seconds(0));
    }

    @Test
    void conclusive_ends_the_retries_only_when_the_next_attempt_says_the_same() {
        assertThat(outcomes(GONE, GONE, Outcome.passed("up"))).containsExactly(GONE, GONE);
        assertThat(outcomes(GONE, Outcome.passed("up"))).hasSize(2).last().isEqualTo(Outcome.passed("up"));
    }

    @Test
    void two_different_conclusive_readings_settle_nothing() {
        Outcome other = Outcome.failed("no such deployment").conclusively();
        assertThat(outcomes(GONE, other, GONE, GONE, Outcome.passed("up"))).hasSize(4);
    }

    @Test
    void equal_readings_that_are_not_both_conclusive_settle_nothing() {
        Outcome open = Outcome.failed("no such namespace");
        assertThat(outcomes(GONE, open, GONE, open, Outcome.passed("up"))).hasSize(5);
        assertThat(outcomes(open, GONE, Outcome.passed("up"))).hasSize(3);
        Outcome unknown = Outcome.error("no such namespace").conclusively();
        assertThat(outcomes(GONE, unknown, Outcome.passed("up"))).hasSize(3);
        Outcome refused = Outcome.notPermitted("no such namespace").conclusively();
        assertThat(outcomes(unknown, refused, refused, Outcome.passed("up"))).hasSize(3);
    }

    private static List<Outcome> outcomes(Outcome first, Outcome... more) {
        Check line = check("line", ScriptedProbe.answering(first, more)).retry(attempts(9));
        return CheckTester.create().run(line).attempts().stream()
                .map(Attempt::outcome)
                .toList();
    }

    @Test
    void every_attempt_is_kept_with_its_time_and_outcome() {
        Check line = check("line", ScriptedProbe.passingAfter(2, "up").takes(ofSeconds(2)))
                .retry(attempts(5).every(ofSeconds(10)));
        Report report = run(line);
        Result result = report.result(line);
        assertThat(startsOf(report, line)).isEqualTo(seconds(0, 12, 24));
        assertThat(result.attempts())
                .extracting(attempt -> attempt.outcome().message())
                .containsExactly("not yet, look 1", "not yet, look 2", "up");
        assertThat(result.attempts()).extracting(Attempt::duration).containsOnly(ofSeconds(2));
        assertThat(result.seenAt()).contains(report.facts().startedAt().plusSeconds(26));
    }

    @Test
    void the_status_is_the_last_ones_and_the_newest_different_reason_is_not_lost() {
        Outcome crash = Outcome.failed("api-7c9 is in CrashLoopBackOff");
        Outcome silent = Outcome.error("no answer");
        ScriptedProbe probe = ScriptedProbe.answering(Outcome.failed("old"), crash, silent, silent);
        Result result = CheckTester.create().run(check("line", probe).retry(attempts(4)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("no answer");
        assertThat(result.earlierMessage()).contains("api-7c9 is in CrashLoopBackOff");
        Result same = CheckTester.create()
                .run(check("line", ScriptedProbe.failing("x")).retry(attempts(3)));
        assertThat(same.earlierMessage()).isEmpty();
        Result first = CheckTester.create()
                .run(check("line", ScriptedProbe.answering(crash, Outcome.passed("up")))
                        .retry(attempts(3)));
        assertThat(first.earlierMessage()).contains("api-7c9 is in CrashLoopBackOff");
    }

    @Test
    void an_item_cut_short_between_attempts_keeps_its_last_status_and_message() {
        Check line = check("line", ScriptedProbe.failing("2 of 3 ready"))
                .retry(attempts(30).every(ofSeconds(50)));
        CheckTester tester = CheckTester.create().with(runner -> runner.withDeadline(ofMinutes(3)));
        Result result = tester.run(line);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("2 of 3 ready (stopped after 4 of 30 attempts: run deadline 3 min)");
        assertThat(tester.elapsed()).isEqualTo(ofMinutes(3));
    }

    @Test
    void an_item_whose_next_attempt_waits_for_a_free_slot_is_cut_short_between_attempts_too() {
        Check line = check("line", ScriptedProbe.failing("2 of 3 ready"))
                .retry(attempts(30).every(ofSeconds(50)));
        Check hog = check("hog", ScriptedProbe.passing("x").hangs()).timeout(ofMinutes(20));
        Report report = CheckTester.create()
                .with(runner -> runner.withDeadline(ofMinutes(3)).withParallelism(1))
                .run(checklist("list", line, hog));
        assertThat(report.result(line).status()).isEqualTo(Status.FAILED);
        assertThat(report.result(line).message())
                .isEqualTo("2 of 3 ready (stopped after 1 of 30 attempts: run deadline 3 min)");
    }

    @Test
    void cut_short_inside_an_attempt_it_is_an_error() {
        Check line = check("line", ScriptedProbe.failing("2 of 3 ready").takes(ofSeconds(25)))
                .retry(attempts(30).every(ofSeconds(30)));
        Result result = CheckTester.create()
                .with(runner -> runner.withDeadline(ofMinutes(1)))
                .run(line);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("stopped inside attempt 2: run deadline 1 min");
        assertThat(result.earlierMessage()).contains("2 of 3 ready");
    }

    @Test
    void never_started_it_is_blocked_with_the_end_of_the_run_as_root() {
        Check slow = check("slow", ScriptedProbe.passing("x").takes(ofSeconds(29)));
        Check late = passes("late");
        Report report = CheckTester.create()
                .with(runner -> runner.withDeadline(ofSeconds(20)))
                .run(checklist("list", section("A", slow), late));
        assertThat(report.result(late).status()).isEqualTo(Status.BLOCKED);
        assertThat(report.result(late).endOfRun()).contains("run deadline 20 s");
    }

    @Test
    void a_line_that_waits_for_a_free_slot_at_the_end_of_the_run_is_blocked_too() {
        Check hog = check("hog", ScriptedProbe.passing("x").hangs()).timeout(ofMinutes(20));
        Check queued = passes("queued");
        Report report = CheckTester.create()
                .with(runner -> runner.withDeadline(ofMinutes(3)).withParallelism(1))
                .run(checklist("list", hog, queued));
        assertThat(report.result(queued).status()).isEqualTo(Status.BLOCKED);
        assertThat(report.result(queued).endOfRun()).contains("run deadline 3 min");
    }

    @Test
    void an_attempt_that_outlasts_its_timeout_is_an_error_and_is_retried() {
        Check line = check("line", ScriptedProbe.passing("up").takes(ofSeconds(6)))
                .timeout(ofSeconds(5))
                .retry(attempts(3).every(ofSeconds(10)));
        Report report = run(line);
        assertThat(startsOf(report, line)).isEqualTo(seconds(0, 15, 30));
        assertThat(report.result(line).status()).isEqualTo(Status.ERROR);
        assertThat(report.result(line).message()).isEqualTo("timed out after 5 s");
        assertThat(endOf(report, line)).isEqualTo(ofSeconds(35));
    }

    @Test
    void the_timeout_of_an_attempt_is_thirty_seconds_unless_check_section_or_runner_say_otherwise() {
        Check hanging = check("line", ScriptedProbe.passing("up").hangs());
        assertThat(endOf(run(hanging), hanging)).isEqualTo(ofSeconds(30));
        CheckTester tester = CheckTester.create().with(runner -> runner.withDefaultTimeout(ofSeconds(20)));
        assertThat(tester.run(hanging).message()).isEqualTo("timed out after 20 s");
        var outer = section("outer", section("inner", hanging)).timeout(ofSeconds(10));
        assertThat(tester.run(checklist("list", outer)).result(hanging).message())
                .isEqualTo("timed out after 10 s");
        var inner = section("outer", section("inner", hanging).timeout(ofSeconds(7)))
                .timeout(ofSeconds(10));
        assertThat(tester.run(checklist("list", inner)).result(hanging).message())
                .isEqualTo("timed out after 7 s");
        var own = section("section", hanging.timeout(ofMillis(1500))).timeout(ofSeconds(10));
        assertThat(tester.run(checklist("list", own)).result(hanging).message())
                .isEqualTo("timed out after 1 s 500 ms");
    }

    @Test
    void a_section_and_the_runner_give_a_policy_to_checks_that_set_none() {
        Check line = check("line", ScriptedProbe.failing("never"));
        CheckTester tester = CheckTester.create().with(runner -> runner.withDefaultRetry(attempts(2)));
        assertThat(tester.run(line).attempts()).hasSize(2);
        var outer = section("outer", section("inner", line)).retry(attempts(3));
        assertThat(tester.run(checklist("list", outer)).result(line).attempts()).hasSize(3);
        var inner = section("outer", section("inner", line).retry(attempts(4))).retry(attempts(3));
        assertThat(tester.run(checklist("list", inner)).result(line).attempts()).hasSize(4);
        var own = section("section", line.retry(attempts(5))).retry(attempts(3));
        assertThat(tester.run(checklist("list", own)).result(line).attempts()).hasSize(5);
    }

    static Stream<Check> finalLooks() {
        return Stream.of(
                check("null", context -> null),
                check("broken class path", context -> {
                    throw new NoClassDefFoundError("org/example/Missing");
                }),
                check("endless recursion", context -> {
                    throw new StackOverflowError();
                }));
    }

    @ParameterizedTest
    @MethodSource("finalLooks")
    void a_null_outcome_a_linkage_error_and_a_stack_overflow_are_final_at_once(Check broken) {
        Result result = CheckTester.create().run(broken.retry(attempts(5)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.attempts()).hasSize(1);
    }

    @Test
    void an_assertion_error_is_failed_and_any_other_exception_an_error() {
        Check asserting = check("asserting", context -> {
            throw new AssertionError("expected 3 but was 1");
        });
        assertThat(CheckTester.create().run(asserting).status()).isEqualTo(Status.FAILED);
        assertThat(CheckTester.create().run(asserting).message()).isEqualTo("expected 3 but was 1");
        for (Throwable thrown :
                List.of(new IllegalStateException("odd"), new java.io.IOException("odd"), new Error("odd"))) {
            Check throwing = check("throwing", context -> {
                throw sneak(thrown);
            });
            Result result = CheckTester.create().run(throwing.retry(attempts(2)));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).isEqualTo(thrown.getClass().getSimpleName() + ": odd");
            assertThat(result.attempts()).hasSize(2);
        }
    }

    @SuppressWarnings("unchecked") // lets a test throw any kind
    private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "ERROR"})
    void a_line_behind_a_retried_one_waits_for_its_last_attempt(Status status) {
        Outcome outcome = status == Status.FAILED ? Outcome.failed("no") : Outcome.error("no");
        Check retried = check("retried", ScriptedProbe.answering(outcome))
                .retry(attempts(3).every(ofSeconds(5)));
        Check after = passes("after");
        Report report = run(section("A", retried), after);
        assertThat(Lines.startOf(report, after)).isEqualTo(ofSeconds(10));
        assertThat(Lines.startOf(report, retried)).isEqualTo(ZERO);
    }
}
