package dev.checklist.report;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.history.ReportReader;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A computed line that says on the first screen whether something is so, and why. */
class HighlightsTest {
    private static final Check REVISION = check("previous revision", context -> Outcome.passed("revision 41"));
    private static final Check BACKUP = check("backup", context -> Outcome.passed("3 hours old"));

    private static Report run(Item... wayBack) {
        Section section = section("Way back", List.of(wayBack));
        return CheckTester.create()
                .run(checklist(
                        "L",
                        section,
                        derivedFrom("rollback is possible", section).highlight("ROLLBACK", "possible")));
    }

    private static String says(Report report) {
        return Summary.of(report, ZoneOffset.UTC).facts().stream()
                .filter(fact -> fact.label().equals("ROLLBACK"))
                .map(Detail::text)
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void what_holds_is_told_with_what_was_seen_of_each_line() {
        assertThat(says(run(REVISION, BACKUP))).isEqualTo("possible: revision 41; 3 hours old");
    }

    @Test
    void what_does_not_hold_is_told_with_its_cause_and_not_with_what_is_well() {
        assertThat(says(run(REVISION, check("backup", context -> Outcome.failed("9 days old")))))
                .isEqualTo("not possible: backup: 9 days old");
    }

    @Test
    void what_nobody_could_look_at_is_never_called_possible() {
        assertThat(says(run(REVISION, check("backup", context -> Outcome.notPermitted("may not list")))))
                .isEqualTo("could not be found out: backup: may not list");
        assertThat(says(run(REVISION, check("backup", context -> Outcome.error("timed out")))))
                .isEqualTo("could not be found out: backup: timed out");
        Check gate = check("gate", context -> Outcome.failed("no"));
        assertThat(says(run(gate.orStop(), BACKUP))).startsWith("not possible: gate: no");
    }

    @Test
    void what_failed_is_told_before_what_could_not_be_found_out() {
        Report report = run(
                check("first", context -> Outcome.error("timed out")),
                check("second", context -> Outcome.failed("9 days old")));

        assertThat(says(report)).containsAnyOf("could not be found out: first: timed out", "not possible: second");
        assertThat(says(report)).contains("first: timed out", "second: 9 days old");
    }

    @Test
    void what_waits_for_a_person_is_not_known_yet() {
        assertThat(says(run(REVISION, signOff("restore tried").by("DevOps lead"))))
                .isEqualTo("not known yet: restore tried: waits for the DevOps lead");
    }

    @Test
    void what_is_only_waived_is_not_called_possible() {
        Section section = section(
                "Way back",
                check("backup", context -> Outcome.failed("9 days old")).id("backup"));
        Report report = CheckTester.create()
                .with(runner -> runner.withWaivers(
                        List.of(new Waiver("backup", "restored by hand", "Bob", LocalDate.of(2030, 2, 1)))))
                .run(checklist("L", section, derivedFrom("rollback", section).highlight("ROLLBACK", "possible")));

        assertThat(says(report)).startsWith("not possible, and waived: ");
    }

    @Test
    void a_run_that_does_not_ask_it_says_so() {
        Section section = section("Way back", REVISION);
        Report report = ChecklistRunner.create()
                .withSelection(Selection.all().only("other"))
                .run(checklist(
                        "L",
                        check("other", context -> Outcome.passed("seen")),
                        section,
                        derivedFrom("rollback", section).highlight("ROLLBACK", "possible")));

        assertThat(says(report)).isEqualTo("not asked in this run");
    }

    @Test
    void many_reasons_are_cut_and_counted() {
        Item[] lines = new Item[9];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = check("line " + i, context -> Outcome.passed("seen ".repeat(100)));
        }

        assertThat(says(run(lines))).endsWith("; and 6 more").hasSizeLessThan(600);
    }

    @Test
    void it_comes_back_from_the_archive_and_stands_on_the_blank_list() throws Exception {
        Report report = run(REVISION, BACKUP);
        Section section = section("Way back", REVISION);

        assertThat(says(ReportReader.read(JsonRenderer.create().render(report))))
                .isEqualTo(says(report));
        assertThat(TextRenderer.create()
                        .render(checklist(
                                "L", section, derivedFrom("rollback", section).highlight("ROLLBACK", "possible"))))
                .contains("shown    on the first screen, as ROLLBACK");
    }

    @Test
    void words_that_say_nothing_or_too_much_are_refused() {
        Section section = section("Way back", REVISION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> derivedFrom("rollback", section).highlight(" ", "possible"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> derivedFrom("rollback", section).highlight("ROLLBACK", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> derivedFrom("rollback", section).highlight("R".repeat(25), "possible"))
                .withMessageContaining("expected at most 24 characters");
    }
}
