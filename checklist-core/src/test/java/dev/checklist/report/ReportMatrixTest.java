package dev.checklist.report;

import static dev.checklist.run.ReportFixtures.START;
import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportMatrixTest {
    private static Result ends(String id, Status status) {
        Outcome outcome = status == Status.PASSED ? Outcome.passed("seen") : Outcome.failed("expected 3");
        return line(id, "Line " + id).attempt(START, ofMillis(1), outcome).ends(status, "message");
    }

    private static ReportMatrix matrix() {
        Map<String, Report> reports = new LinkedHashMap<>();
        reports.put(
                "staging", report("Release", Map.of(), List.of(ends("a", Status.PASSED), ends("b", Status.PASSED))));
        reports.put(
                "production",
                report(
                        "Release",
                        Map.of(),
                        List.of(ends("a", Status.PASSED), ends("b", Status.FAILED), ends("c", Status.SKIPPED))));
        return ReportMatrix.of(reports);
    }

    @Test
    void lines_are_matched_by_their_ids_and_what_differs_is_known() {
        ReportMatrix matrix = matrix();
        assertThat(matrix.rows()).extracting(row -> row.line().id()).containsExactly("a", "b", "c");
        assertThat(matrix.differing()).extracting(row -> row.line().id()).containsExactly("b", "c");
        assertThat(matrix.rows().get(2).results().get(0)).isEmpty();
        assertThat(matrix.reports().keySet()).containsExactly("staging", "production");
    }

    @Test
    void as_text_what_differs_comes_first() throws IOException {
        StringBuilder text = new StringBuilder();
        TextRenderer.create().render(matrix(), text);
        assertThat(text).hasToString("""
                3 lines in 2 environments, 2 differing
                  staging: READY · 2 passed
                  production: NOT READY · 1 failed · 1 passed · 1 skipped: message

                Differs: 2 lines
                  staging      production
                  ✓ PASSED     ✗ FAILED     Line b
                  · not asked  – SKIPPED    Line c

                The same everywhere: 1 line
                  staging      production
                  ✓ PASSED     ✓ PASSED     Line a
                """);
    }

    @Test
    void as_markdown_it_is_a_table() throws IOException {
        StringBuilder text = new StringBuilder();
        MarkdownRenderer.create().render(matrix(), text);
        assertThat(text).hasToString("""
                # 3 lines in 2 environments, 2 differing

                - staging: READY · 2 passed
                - production: NOT READY · 1 failed · 1 passed · 1 skipped: message

                ## Differs: 2 lines

                | line | staging | production |
                |---|---|---|
                | Line b | ✓ PASSED | ✗ FAILED |
                | Line c | not asked | – SKIPPED |

                ## The same everywhere: 1 line

                | line | staging | production |
                |---|---|---|
                | Line a | ✓ PASSED | ✓ PASSED |
                """);
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void no_text_can_forge_a_row(HostileText hostile) throws IOException {
        String text = hostile.text().isBlank() ? "x" : hostile.text();
        Result result =
                line("a", text).attempt(START, ofMillis(1), Outcome.failed("x")).ends();
        ReportMatrix matrix = ReportMatrix.of(Map.of(text, report("List", Map.of(), List.of(result))));
        StringBuilder shown = new StringBuilder();
        TextRenderer.create().render(matrix, shown);
        assertThat(shown.chars().filter(character -> character < ' ' && character != '\n'))
                .isEmpty();
        StringBuilder markdown = new StringBuilder();
        MarkdownRenderer.create().render(matrix, markdown);
        assertThat(markdown.toString().lines().filter(row -> row.startsWith("|")))
                .hasSize(3);
    }

    @Test
    void no_environment_or_one_without_a_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReportMatrix.of(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ReportMatrix.of(Map.of(" ", report("List", Map.of(), List.of(ends("a", Status.PASSED))))));
    }
}
