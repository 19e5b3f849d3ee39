package dev.checklist.report;

import static dev.checklist.run.ReportFixtures.START;
import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Comparison;
import dev.checklist.run.Comparison.Change;
import dev.checklist.run.Report;
import dev.checklist.run.ReportFixtures;
import dev.checklist.run.Result;
import dev.checklist.run.Waiver;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
    private static Result passed(String id, long millis) {
        return line(id, "Line " + id)
                .attempt(START, ofMillis(millis), Outcome.passed("seen"))
                .ends();
    }

    private static Result failed(String id) {
        return line(id, "Line " + id)
                .attempt(START, ofMillis(5), Outcome.failed("expected 3 but found 2"))
                .ends();
    }

    private static Result error(String id) {
        return line(id, "Line " + id)
                .attempt(START, ofMillis(5), Outcome.error("no answer"))
                .ends();
    }

    private static Result waived(String id) {
        return line(id, "Line " + id)
                .attempt(START, ofMillis(5), Outcome.failed("Suspended"))
                .waiver(new Waiver(id, "old store", "Bob", LocalDate.of(2026, 12, 1)))
                .ends(Status.WAIVED, "Suspended");
    }

    private static Report run(String version, Result... lines) {
        return report("Release", Map.of("version", version), List.of(lines));
    }

    private static List<String> ids(List<Change> changes) {
        return changes.stream().map(change -> change.now().id()).toList();
    }

    @Test
    void red_lines_that_were_not_red_are_newly_failing_and_the_others_are_not() {
        Comparison comparison = run("2", failed("a"), error("b"), failed("c"), failed("new"), passed("d", 1))
                .comparedTo(run("1", passed("a", 1), waived("b"), error("c"), failed("d")));
        assertThat(ids(comparison.newlyFailing())).containsExactly("a", "b", "new");
        assertThat(ids(comparison.fixed())).containsExactly("d");
        assertThat(ids(comparison.added())).containsExactly("new");
        assertThat(comparison.isSame()).isFalse();
    }

    @Test
    void a_line_that_a_run_of_a_part_was_not_asked_for_is_neither_added_nor_missing() {
        Report whole = run("1", passed("a", 1), passed("b", 1), passed("gone", 1));
        Report part =
                ReportFixtures.partial("Release", Map.of("version", "1"), List.of(passed("a", 1)), passed("b", 1));
        assertThat(part.isPartial()).isTrue();
        assertThat(whole.isPartial()).isFalse();
        assertThat(part.comparedTo(whole).missing())
                .extracting(change -> change.before().id())
                .containsExactly("gone");
        assertThat(whole.comparedTo(part).added())
                .extracting(change -> change.now().id())
                .containsExactly("gone");
        assertThat(part.comparedTo(whole).isSame()).isFalse();
    }

    @Test
    void only_what_passed_is_fixed() {
        Result skipped = line("a", "A").ends(Status.SKIPPED, "no migration");
        Comparison comparison = run("1", skipped, waived("b")).comparedTo(run("1", failed("a"), failed("b")));
        assertThat(comparison.fixed()).isEmpty();
        assertThat(ids(comparison.newlyWaived())).containsExactly("b");
    }

    @Test
    void a_line_that_passed_after_a_look_that_did_not_is_flaky() {
        Result flaky = line("a", "A")
                .attempt(START, ofMillis(5), Outcome.failed("not yet"))
                .attempt(START.plusSeconds(9), ofMillis(5), Outcome.passed("seen"))
                .earlier("not yet")
                .ends();
        Result twice = line("b", "B")
                .attempt(START, ofMillis(5), Outcome.passed("seen"))
                .attempt(START.plusSeconds(9), ofMillis(5), Outcome.passed("seen"))
                .ends();
        Comparison comparison = run("1", flaky, twice, failed("c")).comparedTo(run("1", passed("a", 5)));
        assertThat(ids(comparison.flaky())).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 2000, true", // the ratio and the floor, both just reached
        "1000, 1999, false", // twice is needed
        "999, 1998, false", // less than a second longer
        "1, 500, false", // five hundred times, and still nothing
        "0, 1000, true",
        "30000, 31000, false",
        "30000, 60000, true",
        "5000, 100, false",
    })
    void slower_needs_a_ratio_and_a_floor(long before, long now, boolean slower) {
        Comparison comparison = run("1", passed("a", now)).comparedTo(run("1", passed("a", before)));
        assertThat(comparison.slower()).hasSize(slower ? 1 : 0);
    }

    @Test
    void what_is_gone_and_what_differs_is_told() {
        Comparison comparison = run("2", passed("a", 1)).comparedTo(run("1", passed("a", 1), failed("gone")));
        assertThat(comparison.missing())
                .extracting(change -> change.before().id())
                .containsExactly("gone");
        assertThat(comparison.parameters()).containsExactly(Map.entry("version", "1 → 2"));
        assertThat(comparison.identity()).isEmpty();
    }

    @Test
    void a_run_compared_to_itself_has_no_change() throws IOException {
        Report same = run("1", passed("a", 1), failed("b"));
        Comparison comparison = same.comparedTo(same);
        assertThat(comparison.isSame()).isTrue();
        assertThat(Changes.blocks(comparison)).isEmpty();
        assertThat(text(comparison)).startsWith("NOT READY → NOT READY · both came to the same\n");
    }

    private static String text(Comparison comparison) throws IOException {
        StringBuilder text = new StringBuilder();
        TextRenderer.create().render(comparison, text);
        return text.toString();
    }

    @Test
    void text_and_markdown_say_what_changed() throws IOException {
        Comparison comparison = run("2", failed("a"), passed("b", 1), waived("c"), passed("slow", 9_000))
                .comparedTo(run("1", passed("a", 1), failed("b"), failed("c"), passed("slow", 1_000)));
        assertThat(text(comparison))
                .startsWith("NOT READY → NOT READY\n")
                .contains("about    version 1 → 2")
                .contains("Newly red: 1 line\n  ✗ FAILED Line a (a): expected 3 but found 2; it was PASSED\n")
                .contains("Fixed: 1 line\n  ✓ PASSED Line b (b): seen; it was FAILED\n")
                .contains("Newly waived: 1 line\n  ~ WAIVED Line c (c): old store (owner Bob, until 2026-12-01)\n")
                .contains("Slower: 1 line\n  ✓ PASSED Line slow (slow): 1 s → 9 s\n");
        StringBuilder markdown = new StringBuilder();
        MarkdownRenderer.create().render(comparison, markdown);
        assertThat(markdown.toString())
                .contains(
                        "## Newly red: 1 line\n\n- **✗ FAILED** · Line a (a): `expected 3 but found 2; it was PASSED`");
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void no_text_can_forge_a_line(HostileText hostile) throws IOException {
        String text = hostile.text().isBlank() ? "x" : hostile.text();
        Report before = report("List", Map.of("version", "1" + text), List.of(passed("a", 1)));
        Result red = line("a", text)
                .attempt(START, ofMillis(1), Outcome.failed(text))
                .ends();
        Report now = report("List", Map.of("version", text), List.of(red));
        String shown = text(now.comparedTo(before));
        assertThat(shown.chars().filter(character -> character < ' ' && character != '\n'))
                .isEmpty();
        assertThat(shown.lines().filter(line -> line.startsWith("✓ PASSED") || line.startsWith("::")))
                .isEmpty();
        StringBuilder markdown = new StringBuilder();
        MarkdownRenderer.create().render(now.comparedTo(before), markdown);
        assertThat(markdown.toString()).doesNotContain("\n- [x]").doesNotContain("\n<script");
    }
}
