package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.ROOT;
import static dev.checklist.rules.Lines.ending;
import static dev.checklist.rules.Lines.errs;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.NotReadyException;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "PASSED, READY",
        "FAILED, NOT_READY",
        "ERROR, NOT_READY",
        "SKIPPED, READY",
        "PENDING, INCOMPLETE",
        "WAIVED, READY"
    })
    void one_required_line_of_this_status_beside_a_passed_one_decides(Status status, Verdict verdict) {
        assertThat(run(passes("good"), ending(status)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void advisory_lines_never_decide(Status status) {
        Check root = ROOT.advisory();
        assertThat(run(passes("good"), root, ending(status).advisory()).verdict())
                .isEqualTo(Verdict.READY);
        assertThat(run(passes("good"), root, section("notes", ending(status)).advisory())
                        .verdict())
                .isEqualTo(Verdict.READY);
    }

    @Test
    void blocked_by_a_root_that_is_not_pending_is_not_ready() {
        Check bad = fails("bad");
        assertThat(run(passes("good"), bad, passes("behind").requires(bad)).verdict())
                .isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void blocked_by_pending_roots_only_is_incomplete() {
        SignOff open = signOff("open");
        Report report = run(passes("good"), open, passes("behind").requires(open));
        assertThat(report.count(Status.BLOCKED)).isOne();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void blocked_by_a_pending_and_a_failed_root_is_not_ready() {
        SignOff open = signOff("open");
        Check bad = fails("bad");
        Check behind = passes("behind").requires(open).requires(bad.advisory());
        Report report = run(passes("good"), open, bad.advisory(), behind.advisory());
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        Report required =
                run(passes("good"), open, bad, passes("behind").requires(open).requires(bad));
        assertThat(required.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void blocked_by_the_end_of_the_run_is_not_ready() {
        Check slow = check("slow", ScriptedProbe.passing("seen").hangs())
                .timeout(ofMinutes(60))
                .advisory();
        Report report = CheckTester.create().run(checklist("list", passes("good"), slow, section("A", passes("late"))));
        assertThat(report.result("a/late").status()).isEqualTo(Status.BLOCKED);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void no_required_line_passed_is_incomplete() {
        Check skipped = passes("skipped").onlyIf(precondition("it applies", () -> false));
        assertThat(run(skipped).verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(run(skipped, passes("note").advisory()).verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(run(ending(Status.WAIVED)).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_part_that_was_not_selected_is_incomplete_unless_something_is_broken() {
        CheckTester part = CheckTester.create()
                .with(runner -> runner.withSelection(Selection.all().only("chosen")));
        Check chosen = passes("chosen");
        assertThat(part.run(checklist("list", chosen, passes("other"))).verdict())
                .isEqualTo(Verdict.INCOMPLETE);
        assertThat(part.run(checklist("list", chosen, passes("other").advisory()))
                        .verdict())
                .isEqualTo(Verdict.INCOMPLETE);
        assertThat(part.run(checklist("list", fails("chosen"), passes("other"))).verdict())
                .isEqualTo(Verdict.NOT_READY);
        assertThat(part.run(checklist("list", chosen)).verdict()).isEqualTo(Verdict.READY);
    }

    @ParameterizedTest
    @CsvSource({"READY, 0", "NOT_READY, 1", "INCOMPLETE, 2"})
    void the_exit_code_is_0_for_ready_1_for_not_ready_and_2_for_incomplete(Verdict verdict, int exitCode) {
        assertThat(verdict.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void the_headline_counts_waived_and_skipped_lines_with_their_reasons() {
        Item skipped = passes("schema").onlyIf(precondition("the release migrates the schema", () -> false));
        Report report = run(passes("a"), passes("b"), skipped, ending(Status.WAIVED));
        assertThat(report.headline())
                .isEqualTo("READY · 2 passed · 1 waived: accepted"
                        + " · 1 skipped: condition not met: the release migrates the schema");
        assertThat(report).hasToString("list: " + report.headline());
    }

    @Test
    void the_headline_names_three_reasons_at_most_each_once() {
        Item[] skipped = new Item[6];
        for (int i = 0; i < 5; i++) {
            skipped[i] = passes("line " + i).onlyIf(precondition("c" + i, () -> false));
        }
        skipped[5] = passes("line 5").onlyIf(skipped[4].preconditions().get(0));
        assertThat(run(passes("a"), skipped).headline())
                .isEqualTo("READY · 1 passed · 6 skipped: condition not met: c0;"
                        + " condition not met: c1; condition not met: c2;"
                        + " and 2 more reasons");
    }

    @Test
    void the_headline_counts_no_further_reasons_when_it_names_them_all() {
        Item[] skipped = new Item[3];
        for (int i = 0; i < 3; i++) {
            skipped[i] = passes("line " + i).onlyIf(precondition("c" + i, () -> false));
        }
        assertThat(run(passes("a"), skipped).headline())
                .startsWith("READY · 1 passed · 3 skipped: ")
                .endsWith("condition not met: c2");
    }

    @Test
    void the_headline_starts_with_what_is_wrong() {
        Report report = run(
                passes("a"), fails("b"), errs("c"), signOff("d"), passes("e").requires(ROOT), ROOT);
        assertThat(report.headline()).isEqualTo("NOT READY · 2 failed · 1 error · 1 blocked · 1 pending · 1 passed");
    }

    @Test
    void the_headline_says_what_was_not_selected_and_why_the_run_ended_early() {
        Check slow = check("slow", ScriptedProbe.passing("seen").hangs()).timeout(ofMinutes(60));
        Report report = CheckTester.create()
                .with(runner -> runner.withSelection(Selection.all().only("slow")))
                .run(checklist("list", slow, passes("other"), passes("third")));
        assertThat(report.headline())
                .isEqualTo("NOT READY · 1 error · 2 not selected · ended early: run deadline 30 min");
    }

    @Test
    void require_ready_returns_a_ready_report_and_throws_with_the_causes_otherwise() {
        Report ready = run(passes("good"));
        assertThat(ready.requireReady()).isSameAs(ready);
        Report broken = run(passes("good"), fails("bad"), signOff("open").by("release manager"));
        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(broken::requireReady)
                .withMessage("list is NOT READY · 1 failed · 1 pending · 1 passed"
                        + "\n- bad: bad does not hold"
                        + "\n- open: open: waits for the release manager")
                .satisfies(thrown -> assertThat(thrown.report()).isSameAs(broken));
    }
}
