package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.steps;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Status;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Selection ALL = Selection.all();

    private static List<String> select(Checklist list, Selection selection) {
        return selection.select(list).stream().map(Entry::id).toList();
    }

    private static Report run(Checklist list, Selection selection) {
        return CheckTester.create()
                .with(runner -> runner.withSelection(selection))
                .run(list);
    }

    @Test
    void all_selects_everything() {
        Checklist list = checklist("list", passes("a"), section("s", passes("b")));
        assertThat(select(list, ALL)).containsExactly("a", "s", "s/b");
    }

    @Test
    void lines_are_selected_by_tag_and_by_id_with_the_sections_around_them() {
        Checklist list = checklist(
                "list",
                passes("a").tag("smoke"),
                passes("b"),
                section("s", passes("c").tag("smoke", "slow"), passes("d")));
        assertThat(select(list, ALL.only("smoke"))).containsExactly("a", "s", "s/c");
        assertThat(select(list, ALL.only("s/d"))).containsExactly("s", "s/d");
        assertThat(select(list, ALL.only("b", "slow"))).containsExactly("b", "s", "s/c");
        assertThat(select(list, ALL.only("b").only("slow"))).containsExactly("b", "s", "s/c");
    }

    @Test
    void a_tag_or_id_of_a_section_stands_for_all_that_is_in_it() {
        Checklist list = checklist(
                "list",
                passes("a"),
                section("s", section("t", passes("b")), passes("c")).tag("part"));
        assertThat(select(list, ALL.only("part"))).containsExactly("s", "s/t", "s/t/b", "s/c");
        assertThat(select(list, ALL.only("s/t"))).containsExactly("s", "s/t", "s/t/b");
        assertThat(select(list, ALL.skip("s/t"))).containsExactly("a", "s", "s/c");
    }

    @Test
    void skip_leaves_lines_out() {
        Checklist list = checklist("list", passes("a").tag("smoke"), passes("b").tag("smoke", "slow"), passes("c"));
        assertThat(select(list, ALL.skip("slow"))).containsExactly("a", "c");
        assertThat(select(list, ALL.only("smoke").skip("slow"))).containsExactly("a");
        assertThat(select(list, ALL.skip("a").skip("c"))).containsExactly("b");
    }

    @Test
    void a_selection_takes_along_what_the_selected_items_require() {
        Check far = passes("far");
        Check needed = passes("needed").requires(far);
        Checklist list = checklist(
                "list",
                section("s", far, needed, passes("x")),
                passes("y"),
                passes("chosen").requires(needed));
        assertThat(select(list, ALL.only("chosen"))).containsExactly("s", "s/far", "s/needed", "chosen");
        assertThat(select(list, ALL.only("chosen").skip("s"))).containsExactly("s", "s/far", "s/needed", "chosen");
    }

    @Test
    void a_selection_takes_along_the_gates_before_the_selected_items_and_before_their_sections() {
        Checklist list = checklist(
                "list",
                passes("first").orStop(),
                passes("x"),
                section("gate", passes("g1"), section("g2", passes("g3"))).orStop(),
                passes("y"),
                section("s", passes("inner gate").orStop(), passes("z"), passes("chosen")));
        assertThat(select(list, ALL.only("s/chosen")))
                .containsExactly("first", "gate", "gate/g1", "gate/g2", "gate/g2/g3", "s", "s/inner-gate", "s/chosen");
    }

    @Test
    void a_selected_step_takes_along_the_steps_before_it() {
        Checklist list = checklist("list", steps("s", passes("one"), passes("two"), passes("three"), passes("four")));
        assertThat(select(list, ALL.only("s/three"))).containsExactly("s", "s/one", "s/two", "s/three");
    }

    @Test
    void a_required_section_comes_along_whole_and_what_a_section_requires_too() {
        var needed = section("needed", passes("a"), passes("b"));
        Checklist list = checklist(
                "list", needed, section("s", passes("chosen"), passes("x")).requires(needed));
        assertThat(select(list, ALL.only("s/chosen")))
                .containsExactly("needed", "needed/a", "needed/b", "s", "s/chosen");
    }

    @Test
    void unselected_items_have_no_result_and_are_listed() {
        Check chosen = passes("chosen");
        Check other = passes("other");
        Report report = run(checklist("list", chosen, section("s", other), fails("bad")), ALL.only("chosen"));
        assertThat(report.results()).extracting(Result::id).containsExactly("chosen");
        assertThat(report.unselected()).extracting(Line::id).containsExactly("s/other", "bad");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.result(other))
                .withMessage("no result of \"other\" in this run; it has: chosen");
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void what_was_left_out_is_not_asked_and_not_waited_for() {
        ScriptedProbe slow = ScriptedProbe.passing("x").takes(ofSeconds(20));
        Check last = passes("last");
        Report report = run(
                checklist("list", section("A", passes("a")), section("B", check("slow", slow)), section("C", last)),
                ALL.skip("b"));
        assertThat(slow.timesAsked()).isZero();
        assertThat(report.result(last).status()).isEqualTo(Status.PASSED);
        assertThat(Lines.startOf(report, last)).isZero();
    }

    @Test
    void the_order_of_the_page_holds_among_what_is_left() {
        Check slow = check("slow", ScriptedProbe.passing("x").takes(ofSeconds(20)));
        Check last = passes("last");
        Report report = run(
                checklist("list", section("A", slow), section("B", passes("b")), section("C", last)), ALL.skip("b"));
        assertThat(Lines.startOf(report, last)).isEqualTo(ofSeconds(20));
    }

    @Test
    void a_selection_that_matches_nothing_is_refused() {
        Checklist list = checklist("list", passes("a").tag("smoke"), passes("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(list, ALL.only("smoke").skip("a")))
                .withMessage("only [smoke], without [a] selects nothing of the list \"list\"");
        assertThatIllegalArgumentException().isThrownBy(() -> run(list, ALL.skip("a", "b")));
    }

    @Test
    void an_unknown_tag_or_id_is_refused_with_those_there_are() {
        Checklist list = checklist("list", passes("a").tag("smoke"), passes("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(list, ALL.only("smok")))
                .withMessage("no tag or id [smok] on the list \"list\": expected one of [a, b, smoke]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(list, ALL.skip("c")))
                .withMessageContaining("[c]");
    }

    @Test
    void a_blank_tag_or_id_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.only(" ")).withMessageContaining("blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.skip("a", null))
                .withMessageContaining("blank");
    }
}
