package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.ROOT;
import static dev.checklist.rules.Lines.ending;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.startOf;
import static dev.checklist.rules.Lines.statusOf;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.testing.ScriptedProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequiresTest {
    @ParameterizedTest
    @EnumSource(Status.class)
    void requires_is_the_same_edge_as_a_gate_to_one_listed_item(Status status) {
        Item needed = ending(status);
        Check needing = passes("needing").requires(needed);
        Check beside = passes("beside");
        Report report = run(ROOT, needed, needing, beside);
        assertThat(statusOf(report, needed)).isEqualTo(status);
        assertThat(statusOf(report, needing)).isEqualTo(status.opensGate() ? Status.PASSED : Status.BLOCKED);
        assertThat(statusOf(report, beside)).isEqualTo(Status.PASSED);
    }

    @Test
    void an_item_that_requires_another_starts_when_that_has_ended_wherever_it_is_listed() {
        Check needed = check("needed", ScriptedProbe.passing("seen").takes(ofSeconds(8)));
        Check needing = passes("needing").requires(needed);
        Report acrossSections = run(section("A", needed), section("B", passes("two"), needing));
        assertThat(startOf(acrossSections, needing)).isEqualTo(ofSeconds(8));
        Report sideBySide = run(needing, needed);
        assertThat(startOf(sideBySide, needing)).isEqualTo(ofSeconds(8));
    }

    @Test
    void several_requirements_must_all_have_passed() {
        Check good = passes("good");
        Check bad = fails("bad");
        Check needing = passes("needing").requires(good).requires(bad);
        Report report = run(good, bad, needing);
        assertThat(statusOf(report, needing)).isEqualTo(Status.BLOCKED);
        assertThat(report.result(needing).roots()).containsExactly("bad");
    }

    @Test
    void a_section_may_be_required_and_may_require() {
        Check bad = fails("bad");
        Section needed = section("needed", bad, passes("good"));
        Check inner = passes("inner");
        Section needing = section("needing", inner).requires(needed);
        Report report = run(needed, needing);
        assertThat(statusOf(report, inner)).isEqualTo(Status.BLOCKED);
        assertThat(report.result(inner).roots())
                .containsExactly(report.result(bad).id());
    }

    @Test
    void requires_means_the_listed_copy_of_the_same_item_whatever_its_modifiers() {
        Check up = fails("up");
        Check needing = passes("needing").requires(up);
        Report report = run(up.orStop().because("all else asks it").tag("t").named("it answers"), needing);
        assertThat(statusOf(report, needing)).isEqualTo(Status.BLOCKED);
        assertThat(report.result(up).line().title()).isEqualTo("it answers");
    }

    @Test
    void a_required_item_that_is_not_listed_is_refused_when_the_list_is_built() {
        Check stranger = passes("stranger");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", passes("needing").requires(stranger)))
                .withMessageContaining("\"needing\"")
                .withMessageContaining("\"stranger\"")
                .withMessageContaining("not on the list");
        Check equalButOther = passes("stranger");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> checklist("list", equalButOther, passes("needing").requires(stranger)));
    }

    @Test
    void a_required_item_that_is_listed_twice_without_an_id_is_refused_when_the_list_is_built() {
        Check twice = fails("twice");
        Check first = twice.id("first");
        Check second = twice.id("second");
        Check needing = passes("needing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", first, second, needing.requires(twice)))
                .withMessageContaining("\"twice\"")
                .withMessageContaining("listed 2 times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", first, second, needing.requires(twice.id("third"))));
        Report report = run(first, second, needing.requires(second));
        assertThat(report.result("needing").roots()).containsExactly("second");
    }

    @Test
    void a_required_item_cannot_require_an_advisory_one() {
        Check note = fails("note");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        checklist("list", note.advisory(), passes("needing").requires(note)))
                .withMessageContaining("\"needing\"")
                .withMessageContaining("\"note\"")
                .withMessageContaining("advisory");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist(
                        "list",
                        section("notes", note).advisory(),
                        passes("needing").requires(note)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist(
                        "list",
                        section("notes", note.advisory()),
                        section("part", passes("needing").requires(note))));
        Section notes = section("notes", note.advisory());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", notes, passes("needing").requires(notes)));
    }

    @Test
    void an_advisory_item_may_require_any() {
        Check needed = fails("needed");
        Check note = passes("note").requires(needed).advisory();
        assertThat(statusOf(run(needed, note), note)).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(run(needed.advisory(), note), note)).isEqualTo(Status.BLOCKED);
        Section notes = section("notes", passes("inner").requires(needed)).advisory();
        assertThat(run(needed.advisory(), notes).result("notes/inner").status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void an_item_in_a_required_section_whose_lines_are_all_advisory_may_require_an_advisory_one() {
        Check note = passes("note").advisory();
        Section notes = section("more notes", passes("inner").advisory()).requires(note);
        assertThat(statusOf(run(passes("required"), note, notes), notes)).isEqualTo(Status.PASSED);
    }

    @Test
    void people_may_be_required() {
        Item read = signOff("the plan was read");
        Check needing = passes("needing").requires(read);
        assertThat(statusOf(run(read, needing), needing)).isEqualTo(Status.BLOCKED);
    }
}
