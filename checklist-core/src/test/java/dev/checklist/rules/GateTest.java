package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static dev.checklist.rules.Lines.ROOT;
import static dev.checklist.rules.Lines.answering;
import static dev.checklist.rules.Lines.ending;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.testing.ScriptedProbe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    @ParameterizedTest
    @EnumSource(names = {"PASSED", "WAIVED", "SKIPPED"})
    void a_gate_opens_on_passed_waived_or_skipped(Status status) {
        Item gate = ending(status).orStop();
        Check behind = passes("behind");
        Report report = run(ROOT, gate, behind);
        assertThat(statusOf(report, gate)).isEqualTo(status);
        assertThat(statusOf(report, behind)).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "ERROR", "PENDING", "BLOCKED"})
    void a_gate_closes_on_failed_error_pending_and_blocked(Status status) {
        Item gate = ending(status).orStop();
        ScriptedProbe probe = ScriptedProbe.passing("seen");
        Check behind = check("behind", probe);
        Report report = run(ROOT, gate, behind);
        assertThat(statusOf(report, gate)).isEqualTo(status);
        assertThat(statusOf(report, behind)).isEqualTo(Status.BLOCKED);
        assertThat(probe.timesAsked()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void opens_gate_says_which_statuses_open_one(Status status) {
        assertThat(status.opensGate())
                .isEqualTo(List.of(Status.PASSED, Status.WAIVED, Status.SKIPPED).contains(status));
    }

    @Test
    void or_stop_blocks_what_follows_in_the_same_section() {
        Check before = passes("before");
        Check gate = fails("gate").orStop();
        Check behind = passes("behind");
        Check deep = passes("deep behind");
        Check outside = passes("outside");
        Report report = run(section("section", before, gate, behind, section("inner", deep)), outside);
        assertThat(statusOf(report, before)).isEqualTo(Status.PASSED);
        assertThat(statusOf(report, behind)).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(report, deep)).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(report, outside)).isEqualTo(Status.PASSED);
    }

    @Test
    void at_top_level_or_stop_blocks_the_rest_of_the_list() {
        Check before = passes("before");
        Check line = passes("line");
        Check deep = passes("deep");
        Report report = run(before, fails("gate").orStop(), line, section("section", section("inner", deep)));
        assertThat(statusOf(report, before)).isEqualTo(Status.PASSED);
        assertThat(statusOf(report, line)).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(report, deep)).isEqualTo(Status.BLOCKED);
    }

    @Test
    void to_stop_the_outer_list_the_section_must_be_a_gate_too() {
        Section section = section("section", fails("gate").orStop());
        Check after = passes("after");
        assertThat(statusOf(run(section, after), after)).isEqualTo(Status.PASSED);
        assertThat(statusOf(run(section.orStop(), after), after)).isEqualTo(Status.BLOCKED);
    }

    @Test
    void a_section_that_is_a_gate_counts_its_required_items_only() {
        Section gate = section("section", passes("required"), fails("advisory").advisory())
                .orStop();
        Check behind = passes("behind");
        assertThat(statusOf(run(gate, behind), behind)).isEqualTo(Status.PASSED);
    }

    @Test
    void a_section_of_advisory_items_closes_no_gate_around_it() {
        Section gate = section(
                        "gate",
                        passes("required"),
                        section("notes", fails("note").advisory()))
                .orStop();
        Check behind = passes("behind");
        Report report = run(gate, behind);
        assertThat(statusOf(report, gate)).isEqualTo(Status.PASSED);
        assertThat(statusOf(report, behind)).isEqualTo(Status.PASSED);
    }

    @Test
    void a_gate_behind_a_closed_gate_is_blocked_and_blocks_in_turn() {
        Check second = passes("second").orStop();
        Check last = passes("last");
        Report report = run(fails("first").orStop(), second, last);
        assertThat(statusOf(report, second)).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(report, last)).isEqualTo(Status.BLOCKED);
        assertThat(report.result(last).roots()).containsExactly("first");
    }

    @Test
    void a_gate_that_a_person_opens_lets_what_stands_behind_it_run() {
        SignOff gate = signOff("the plan was read").orStop();
        Check behind = passes("behind");
        assertThat(statusOf(answering(Lines.yes()).run(checklist("list", gate, behind)), behind))
                .isEqualTo(Status.PASSED);
        assertThat(statusOf(answering(Lines.no()).run(checklist("list", gate, behind)), behind))
                .isEqualTo(Status.BLOCKED);
    }

    @Test
    void a_group_that_is_a_gate_makes_each_member_one() {
        Item group = each(List.of("a", "b"), name -> name.equals("a") ? fails(name) : passes(name))
                .orStop();
        Check last = passes("last");
        Report report = run(group, last);
        assertThat(report.result("b").status()).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(report, last)).isEqualTo(Status.BLOCKED);
    }

    @Test
    void an_advisory_item_cannot_be_a_gate() {
        for (Item item : List.of(passes("check"), signOff("sign-off"), rating("area"), section("part", passes("x")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item.advisory().orStop())
                    .withMessageContaining("an advisory item cannot be a gate")
                    .withMessageContaining(item.key());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item.orStop().advisory())
                    .withMessageContaining("an advisory item cannot be a gate");
        }
    }

    @Test
    void a_gate_made_of_advisory_items_only_is_refused() {
        Section gate = section("notes", fails("note").advisory()).orStop();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", gate, passes("behind")))
                .withMessageContaining("\"notes\"")
                .withMessageContaining("advisory items only");
        Section deep = section(
                        "deep", section("notes", fails("note").advisory()).advisory())
                .orStop();
        assertThatIllegalArgumentException().isThrownBy(() -> checklist("list", deep));
    }

    @Test
    void an_advisory_step_before_a_required_one_is_refused() {
        Section steps = steps("rollout", fails("note").advisory(), passes("required"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", steps))
                .withMessageContaining("\"required\"")
                .withMessageContaining("\"note\"")
                .withMessageContaining("advisory");
        Section notes = steps("rollout", section("notes", fails("note").advisory()), passes("required"));
        assertThatIllegalArgumentException().isThrownBy(() -> checklist("list", notes));
    }

    @Test
    void advisory_steps_may_stand_last_or_among_themselves() {
        Check last = passes("second note").advisory();
        Report report =
                run(steps("rollout", passes("required"), fails("first note").advisory(), last));
        assertThat(statusOf(report, last)).isEqualTo(Status.BLOCKED);
        Section advisory = steps("rollout", fails("one"), passes("two")).advisory();
        assertThat(run(passes("required"), advisory).result("rollout/two").status())
                .isEqualTo(Status.BLOCKED);
    }

    @Test
    void a_gate_in_an_advisory_section_stays_inside_it() {
        Section notes =
                section("notes", fails("gate").orStop(), passes("behind")).advisory();
        Check after = passes("after");
        Report report = run(notes, after);
        assertThat(report.result("notes/behind").status()).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(report, after)).isEqualTo(Status.PASSED);
    }
}
