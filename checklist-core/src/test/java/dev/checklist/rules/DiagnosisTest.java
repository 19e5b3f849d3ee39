package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.rules.Lines.ROOT;
import static dev.checklist.rules.Lines.ending;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.tester;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void it_runs_once_after_the_last_failing_attempt_with_the_raw_outcome_in_hand() {
        Check line = check(
                        "line",
                        ScriptedProbe.answering(
                                Outcome.failed("first"),
                                Outcome.failed("last, token=abc").with("pod", "api-1")))
                .retry(attempts(4).every(ofSeconds(1)))
                .onFailure((context, outcome) -> {
                    log.add(context.attempt() + " " + outcome.message());
                    return outcome.evidence().get("pod") + " is in CrashLoopBackOff, password=hunter2";
                });
        Result result = CheckTester.create().run(line);
        assertThat(log).containsExactly("4 last, token=abc");
        assertThat(result.diagnosis()).containsExactly("api-1 is in CrashLoopBackOff, password=***");
        assertThat(result.message()).isEqualTo("last, token=***");
    }

    @Test
    void it_runs_after_gates_were_decided() {
        Check gate = fails("gate").orStop().onFailure((context, outcome) -> {
            log.add("diagnosed");
            return "why";
        });
        CheckTester listening = CheckTester.create()
                .with(runner -> runner.withListener(new dev.checklist.run.RunListener() {
                    @Override
                    public void lineEnded(Result result) {
                        log.add(result.id() + " " + result.status());
                    }
                }));
        Report report = listening.run(checklist("list", gate, passes("behind")));
        assertThat(log).containsExactly("gate FAILED", "behind BLOCKED", "diagnosed");
        assertThat(report.result(gate).diagnosis()).containsExactly("why");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void failed_error_and_waived_checks_are_diagnosed_and_others_are_not(Status status) {
        Item item = ending(status);
        if (item instanceof Check check) {
            Check line = check.onFailure((context, outcome) -> "why");
            Report report = tester().run(checklist("list", ROOT, line));
            boolean broken = List.of(Status.FAILED, Status.ERROR, Status.WAIVED).contains(status);
            assertThat(report.result(line).status()).isEqualTo(status);
            assertThat(report.result(line).diagnosis()).isEqualTo(broken ? List.of("why") : List.of());
        }
    }

    @Test
    void several_are_kept_in_order_and_a_failing_one_is_a_note_and_never_a_changed_status() {
        Check line = fails("line")
                .onFailure((context, outcome) -> "first")
                .onFailure((context, outcome) -> {
                    throw new IllegalStateException("forbidden, token=abc");
                })
                .onFailure((context, outcome) -> {
                    throw new AssertionError("asserted");
                })
                .onFailure((context, outcome) -> "");
        Report report = CheckTester.create().run(checklist("list", section("s", line), passes("good")));
        assertThat(report.result(line).diagnosis())
                .containsExactly(
                        "first",
                        "the diagnosis failed: IllegalStateException: forbidden, token=***",
                        "the diagnosis failed: asserted",
                        "the diagnosis failed: passed without saying what was seen");
        assertThat(report.result(line).status()).isEqualTo(Status.FAILED);
        assertThat(report.result(line).message()).isEqualTo("line does not hold");
        assertThat(report.result("s").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void it_may_take_ten_seconds_and_64_kilobytes_at_most() {
        ScriptedProbe hanging = ScriptedProbe.passing("x").hangs();
        Check line = fails("line")
                .onFailure((context, outcome) -> hanging.evaluate(context).message())
                .onFailure((context, outcome) -> "x".repeat(100_000));
        CheckTester tester = CheckTester.create();
        Result result = tester.run(line);
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(10));
        assertThat(result.diagnosis())
                .contains("the diagnosis was cut short after 10 s or by the end of the run")
                .contains("x".repeat(65_536) + "… (34464 more characters)");
    }

    @Test
    void the_end_of_the_run_cuts_it_short_and_starts_none() {
        ScriptedProbe hanging = ScriptedProbe.passing("x").hangs();
        Check early = fails("early")
                .onFailure((context, outcome) -> hanging.evaluate(context).message());
        Check late = check("late", ScriptedProbe.failing("x").takes(ofMinutes(5)))
                .timeout(ofMinutes(9))
                .onFailure((context, outcome) -> "never");
        CheckTester hurried = CheckTester.create().with(runner -> runner.withDeadline(ofSeconds(6)));
        Report report = hurried.run(checklist("list", early, late));
        assertThat(report.result(early).diagnosis())
                .containsExactly("the diagnosis was cut short after 10 s or by the end of the run");
        assertThat(report.result(late).diagnosis()).isEmpty();
        assertThat(hurried.elapsed()).isEqualTo(ofSeconds(6));
    }
}
