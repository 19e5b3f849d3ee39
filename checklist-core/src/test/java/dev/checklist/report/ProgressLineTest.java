package dev.checklist.report;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.run.ReportFixtures.START;
import static dev.checklist.run.ReportFixtures.line;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.ReportFixtures;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressLineTest {
    private static final String ERASE = "\r\u001b[K";

    private final StringBuilder out = new StringBuilder();
    private final TextRenderer look = TextRenderer.create();
    private final Checklist three = checklist(
            "List",
            check("One", context -> Outcome.passed("1")),
            section("Section", check("Two", context -> Outcome.passed("2"))),
            check("Three", context -> Outcome.passed("3")));

    private static Result passed(String title) {
        return line(title, title)
                .attempt(START, ofMillis(1), Outcome.passed("seen"))
                .ends();
    }

    private static Result failed(String title) {
        return line(title, title)
                .attempt(START, ofMillis(1), Outcome.failed("not yet"))
                .attempt(START.plusSeconds(9), ofMillis(1), Outcome.failed("expected 3 but found 1"))
                .ends();
    }

    @Test
    void in_a_log_each_line_that_ends_takes_one_row_and_nothing_else_does() {
        ProgressLine progress = ProgressLine.plain(look, out);
        progress.runStarted(three);
        progress.lineStarted(passed("One").line());
        progress.attemptEnded(failed("Two").line(), failed("Two").attempts().get(0), Optional.of(ofSeconds(9)));
        progress.lineEnded(passed("One"));
        progress.lineEnded(ReportFixtures.section("s", "Section", 0, Status.PASSED, "1 passed"));
        progress.lineEnded(failed("Two"));
        progress.lineEnded(line("c", "Three").ends(Status.BLOCKED, "not asked, because of \"Two\""));
        progress.runEnded(Samples.ready());

        assertThat(out).hasToString("""
                        01:58:03 ✓ PASSED One: seen
                        01:58:12 ✗ FAILED Two: expected 3 but found 1 (after 2 attempts in 9 s)
                        ⊘ BLOCKED Three: not asked, because of "Two"
                        """);
    }

    @Test
    void on_a_terminal_one_row_is_rewritten_and_broken_lines_stay_above_it() {
        ProgressLine progress = ProgressLine.interactive(look, out);
        progress.runStarted(three);
        progress.lineStarted(passed("One").line());
        progress.lineStarted(failed("Two").line());
        progress.attemptEnded(failed("Two").line(), failed("Two").attempts().get(0), Optional.of(ofSeconds(9)));
        progress.lineEnded(passed("One"));
        progress.lineEnded(failed("Two"));
        progress.runEnded(Samples.ready());

        assertThat(out.toString().split("\r\u001b\\[K", -1))
                .containsExactly(
                        "",
                        "0 of 3 done",
                        "0 of 3 done · One",
                        "0 of 3 done · Two and 1 more",
                        "0 of 3 done · Two (again in 9 s) and 1 more",
                        "1 of 3 done · Two (again in 9 s)",
                        "01:58:12 ✗ FAILED Two: expected 3 but found 1 (after 2 attempts in 9 s)\n",
                        "2 of 3 done, 1 broken",
                        "");
    }

    @Test
    void the_row_never_fills_the_width_of_the_terminal() {
        for (boolean ascii : List.of(true, false)) {
            StringBuilder shown = new StringBuilder();
            ProgressLine progress = ProgressLine.interactive(look.withWidth(40).withAscii(ascii), shown);
            progress.runStarted(three);
            progress.lineStarted(line("é", "é".repeat(100)).line());

            assertThat(shown.toString().split("\r\u001b\\[K")).allMatch(row -> row.length() < 40);
        }
    }

    @Test
    void colour_and_ascii_are_those_of_the_look() {
        ProgressLine.plain(look.withColour(true), out).lineEnded(passed("One"));
        ProgressLine.plain(look.withAscii(true), out).lineEnded(passed("Zoë"));

        assertThat(out)
                .hasToString("01:58:03 \u001b[32m✓ PASSED\u001b[0m One: seen\n01:58:03 + PASSED Zo\\u00eb: seen\n");
    }

    @Test
    void it_counts_anew_for_the_next_run() {
        ProgressLine progress = ProgressLine.interactive(look, out);
        progress.runStarted(three);
        progress.lineStarted(passed("Two").line());
        progress.lineEnded(failed("One"));
        out.setLength(0);

        progress.runStarted(three);

        assertThat(out).hasToString(ERASE + "0 of 3 done");
    }

    @Test
    void a_target_that_fails_silences_it_and_is_remembered() {
        List<CharSequence> asked = new ArrayList<>();
        IOException full = new IOException("disk full");
        ProgressLine progress = ProgressLine.plain(look, new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                asked.add(text);
                throw full;
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                return append(text.subSequence(start, end));
            }

            @Override
            public Appendable append(char character) throws IOException {
                return append(String.valueOf(character));
            }
        });
        assertThat(progress.failure()).isEmpty();

        progress.lineEnded(passed("One"));
        progress.lineEnded(passed("Two"));

        assertThat(asked).hasSize(1);
        assertThat(progress.failure()).containsSame(full);
    }

    @Test
    void what_can_be_flushed_is_flushed_at_each_row() {
        List<String> flushed = new ArrayList<>();
        StringWriter writer = new StringWriter() {
            @Override
            public void flush() {
                flushed.add(toString());
            }
        };

        ProgressLine.plain(look, writer).lineEnded(passed("One"));

        assertThat(flushed).containsExactly("01:58:03 ✓ PASSED One: seen\n");
    }

    @Test
    void it_follows_a_real_run() {
        ProgressLine progress = ProgressLine.plain(look, out);

        Report report = ChecklistRunner.create().withListener(progress).run(three);

        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(out.toString().lines()).hasSize(3).allMatch(row -> row.contains("✓ PASSED"));
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void hostile_text_stays_in_its_row(HostileText text) {
        ProgressLine plain = ProgressLine.plain(look, out);
        plain.lineEnded(line("a", text.text())
                .attempt(START, ofMillis(1), Outcome.failed(text.text()))
                .ends());
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.chars().filter(character -> character != '\n'))
                .noneMatch(character -> Character.isISOControl(character));

        out.setLength(0);
        ProgressLine.interactive(look, out).lineStarted(line("a", text.text()).line());
        assertThat(out.toString()).startsWith(ERASE);
        assertThat(out.substring(ERASE.length()).chars()).noneMatch(character -> Character.isISOControl(character));
    }
}
