package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static dev.checklist.rules.Lines.ROOT;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.statusOf;
import static dev.checklist.rules.Lines.tester;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Derived;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivedTest {
    @ParameterizedTest
    @EnumSource(Status.class)
    void a_derived_line_has_the_status_of_its_section(Status status) {
        Section steps = section("Verification", Lines.ending(status));
        Derived all = derivedFrom("All verification steps passed", steps);
        Report report = run(ROOT, steps, all);
        Result result = report.result(all);
        assertThat(result.status()).isEqualTo(status).isEqualTo(statusOf(report, steps));
        assertThat(result.line().kind()).isEqualTo(Kind.DERIVED);
        assertThat(result.attempts()).isEmpty();
    }

    @Test
    void it_counts_waived_and_skipped_lines_in_its_text() {
        Section steps = section(
                "Verification",
                passes("one"),
                fails("two").id("covered"),
                passes("three").onlyIf(precondition("it applies", () -> false)));
        Derived all = derivedFrom("All steps", steps);
        assertThat(run(steps, all).result(all).message()).isEqualTo("\"Verification\": 1 passed, 1 skipped, 1 waived");
    }

    @Test
    void it_may_stand_for_several_sections_and_the_worst_decides() {
        Section good = section("Good", passes("one"));
        Section bad = section("Bad", fails("two"));
        Derived all = derivedFrom("All", good, bad);
        Report report = run(good, bad, all);
        assertThat(statusOf(report, all)).isEqualTo(Status.FAILED);
        assertThat(report.result(all).message()).isEqualTo("\"Good\": 1 passed; \"Bad\": 1 failed");
    }

    @Test
    void it_is_never_a_cause_since_the_leaf_lines_are() {
        Section steps = section("Verification", fails("step"), signOff("looked"));
        Derived all = derivedFrom("All", steps).orStop();
        Check behind = passes("behind");
        Report report = run(steps, all, behind);
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).first().line().title()).isEqualTo("step");
        assertThat(report.result(behind).roots()).containsExactly("verification/step", "verification/looked");
        assertThat(report.causes().get(0).blocked()).containsExactly(report.result(behind));
        assertThat(report.open()).extracting(Result::id).containsExactly("verification/looked");
    }

    @Test
    void an_open_section_keeps_the_list_incomplete_and_names_the_open_line_only() {
        Section steps = section("Review", signOff("looked"), passes("one"));
        Derived all = derivedFrom("All", steps).orStop();
        Check behind = passes("behind");
        Report report = run(steps, all, behind);
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(statusOf(report, behind)).isEqualTo(Status.BLOCKED);
        assertThat(report.open()).extracting(Result::id).containsExactly("review/looked");
    }

    @Test
    void it_shows_the_oldest_look_that_it_rests_on() {
        Check first = check("first", ScriptedProbe.passing("x").takes(Duration.ofSeconds(3)));
        Check second = check("second", ScriptedProbe.passing("x").takes(Duration.ofSeconds(9)));
        Section steps = section("Verification", first, second);
        Derived all = derivedFrom("All", steps);
        Report report = run(all, steps);
        assertThat(report.result(all).seenAt())
                .contains(report.facts().startedAt().plusSeconds(3));
    }

    @Test
    void the_page_never_waits_for_it() {
        Section slow = section("Slow", check("slow", ScriptedProbe.passing("x").takes(Duration.ofSeconds(9))));
        Section first = section("First", derivedFrom("All of the later", slow));
        Report report = run(first, slow);
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_line_over_a_section_that_is_not_listed_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", derivedFrom("All", section("Else", passes("one"))), passes("two")))
                .withMessageContaining("is computed from \"Else\", which is not on the list");
    }

    @Test
    void a_line_over_a_section_without_a_required_item_is_refused() {
        Section advice = section("Advice", passes("one").advisory());
        Section aside = section("Aside", passes("one")).advisory();
        for (Section section : List.of(advice, aside)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checklist("list", section, derivedFrom("All", section), passes("two")))
                    .withMessageContaining("has no required item");
        }
    }

    @Test
    void a_section_that_contains_or_awaits_its_own_derived_line_is_refused() {
        Section steps = section("Verification", passes("one"));
        Derived all = derivedFrom("All", steps);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", all.orStop(), steps))
                .withMessageContaining("wait for one another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", steps.requires(all), all))
                .withMessageContaining("wait for one another");
        // the line inside a section that bears the same title is another section's
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", section("Verification", passes("one"), all)))
                .withMessageContaining("is not on the list");
        Section behind = steps("Outer", section("Inner", passes("two")).requires(all), steps);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", behind, all))
                .withMessageContaining("wait for one another");
    }

    @Test
    void over_a_section_with_an_unselected_item_it_is_itself_unselected() {
        Section steps = section("Verification", passes("one").tag("quick"), passes("two"));
        Derived all = derivedFrom("All", steps).tag("quick");
        Report report = selecting(Selection.all().only("quick"), steps, all);
        assertThat(report.lines()).extracting(Result::id).containsExactly("verification/one");
        assertThat(report.unselected()).hasSize(2);
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        Report skipping = selecting(Selection.all().skip("verification/two"), steps, all);
        assertThat(skipping.lines()).extracting(Result::id).containsExactly("verification/one");
    }

    @Test
    void selected_with_all_of_its_section_it_is_computed() {
        Section steps = section("Verification", passes("one"), passes("two")).tag("quick");
        Derived all = derivedFrom("All", steps).tag("quick");
        Report report = selecting(Selection.all().only("quick"), steps, all, passes("else"));
        assertThat(statusOf(report, all)).isEqualTo(Status.PASSED);
        assertThat(report.unselected()).hasSize(1);
    }

    @Test
    void a_selected_line_that_requires_it_takes_its_section_along() {
        Section steps = section("Verification", passes("one"), passes("two"));
        Derived all = derivedFrom("All", steps);
        Check behind = passes("behind").requires(all);
        Report report = selecting(Selection.all().only("behind"), steps, all, behind, passes("else"));
        assertThat(report.lines()).hasSize(4);
        assertThat(statusOf(report, behind)).isEqualTo(Status.PASSED);
    }

    @Test
    void a_selection_of_nothing_but_a_derived_line_is_refused_and_says_why() {
        Section steps = section("Verification", passes("one"));
        Derived all = derivedFrom("All", steps);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selecting(Selection.all().only("all"), steps, all))
                .withMessageContaining("comes only with all that it is computed from");
    }

    @Test
    void a_cleanup_that_fails_after_the_section_ended_turns_the_derived_line_too() {
        Check write = check("write", context -> Outcome.passed("written")).writes((context, outcome) -> {
            throw new IllegalStateException("still there");
        });
        Section steps = section("Journey", write);
        Derived all = derivedFrom("All", steps);
        Report report = CheckTester.create().with(runner -> runner.withWrites()).run(checklist("list", steps, all));
        assertThat(statusOf(report, all)).isEqualTo(Status.FAILED);
        assertThat(report.causes()).hasSize(1);
    }

    @Test
    void a_run_that_ends_early_leaves_it_blocked() {
        Section steps = section(
                "Slow",
                check("slow", ScriptedProbe.passing("x").takes(Duration.ofHours(2)))
                        .timeout(Duration.ofHours(3)));
        Derived all = derivedFrom("All", steps);
        Report report = tester().run(checklist("list", steps, all));
        assertThat(statusOf(report, all)).isEqualTo(Status.BLOCKED);
        assertThat(report.result(all).endOfRun()).isPresent();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    private static Report selecting(Selection selection, dev.checklist.Item first, dev.checklist.Item... rest) {
        return CheckTester.create()
                .with(runner -> runner.withSelection(selection))
                .run(checklist("list", first, rest));
    }
}
