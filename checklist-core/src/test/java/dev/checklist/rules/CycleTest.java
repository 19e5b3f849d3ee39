package dev.checklist.rules;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleTest {
    private final Check late = passes("late");

    private static void refused(Item first, Item... rest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", first, rest))
                .withMessageContaining("wait for one another")
                .withMessageContaining("remove a requires, or move an item");
    }

    @Test
    void items_that_require_one_another_are_refused() {
        Check one = passes("one");
        Check two = passes("two").requires(one);
        refused(one.requires(two), two);
    }

    @Test
    void an_item_that_requires_itself_is_refused() {
        Check one = passes("one");
        refused(one.requires(one));
    }

    @Test
    void an_item_of_an_earlier_section_that_requires_one_of_a_later_section_is_refused() {
        refused(section("A", passes("early").requires(late)), section("B", late));
    }

    @Test
    void the_message_names_every_item_of_the_circle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist(
                        "list", section("A", passes("early").requires(late)), section("B", section("C", late))))
                .withMessageContaining("\"early\" (a/early)")
                .withMessageContaining("\"late\" (b/c/late)")
                .withMessageContaining("\"B\" (b)");
    }

    @Test
    void an_item_before_a_gate_that_requires_one_behind_it_is_fine_but_the_gate_itself_is_refused() {
        Check before = passes("before").requires(late);
        Report report = run(before, passes("gate").orStop(), late);
        assertThat(statusOf(report, before)).isEqualTo(Status.PASSED);
        refused(passes("gate").orStop().requires(late), late);
    }

    @Test
    void a_section_that_requires_one_of_its_own_items_is_refused() {
        refused(section("around", passes("first"), late).requires(late));
        refused(section("outer", passes("x"), section("mid", late)).requires(late));
    }

    @Test
    void a_step_that_requires_a_later_step_is_refused() {
        refused(steps("steps", passes("first").requires(late), passes("second"), late));
    }

    @Test
    void a_circle_over_page_order_gates_membership_and_requires_together_is_refused() {
        Check needed = passes("needed");
        refused(
                section("A", section("A1", passes("x").orStop().requires(needed), passes("y"))),
                section("B", steps("B1", passes("z"), section("B2", needed))));
    }

    @Test
    void a_line_before_a_section_that_requires_one_inside_it_is_refused() {
        refused(passes("line").requires(late), section("A", late));
    }

    @Test
    void the_page_has_an_order_inside_sections_too() {
        refused(section("around", section("A", passes("early").requires(late)), section("B", late)));
        refused(section("around", section("deep", passes("line").requires(late), section("A", late))));
    }

    @Test
    void concurrently_takes_page_order_out_of_the_circle() {
        Check early = passes("early").requires(late);
        Report report =
                run(section("both", section("A", early), section("B", late)).concurrently());
        assertThat(statusOf(report, early)).isEqualTo(Status.PASSED);
        assertThatIllegalArgumentException().isThrownBy(() -> checklist("l", section("A", early), section("B", late)));
    }

    @Test
    void people_are_not_waited_for_so_a_sign_off_may_require_what_comes_later_on_the_page() {
        SignOff seen = signOff("the new version was seen").requires(late);
        Report report = Lines.answering(Lines.yes()).run(checklist("list", section("A", seen), section("B", late)));
        assertThat(statusOf(report, seen)).isEqualTo(Status.PASSED);
    }

    @Test
    void a_machine_line_behind_that_person_is_waited_for_and_closes_the_circle() {
        SignOff seen = signOff("the new version was seen").requires(late).orStop();
        refused(section("A", seen, passes("behind the person")), section("B", late));
        refused(section("A", signOff("gate").orStop().requires(late)).orStop(), section("B", late));
    }

    @Test
    void a_section_of_people_between_two_sections_does_not_break_the_order_of_the_page() {
        refused(section("A", passes("early").requires(late)), section("people", signOff("read")), section("B", late));
    }

    @Test
    void ten_thousand_lines_in_a_chain_are_no_circle_and_overflow_no_stack() {
        List<Check> chain = new ArrayList<>();
        Check before = passes("line 0");
        chain.add(before);
        for (int i = 1; i < 10_000; i++) {
            before = passes("line " + i).requires(before);
            chain.add(before);
        }
        assertThat(checklist("list", chain).entries()).hasSize(10_000);
        Check last = before;
        chain.set(0, chain.get(0).requires(last));
        assertThatIllegalArgumentException().isThrownBy(() -> checklist("list", chain));
    }
}
