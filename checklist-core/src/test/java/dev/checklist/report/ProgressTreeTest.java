package dev.checklist.report;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.ReportFixtures;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.FakeRunClock;
import dev.checklist.testing.ScriptedProbe;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTreeTest {
    private static final TextRenderer LOOK = TextRenderer.create();

    private final FakeRunClock clock = FakeRunClock.create();
    private final StringBuilder out = new StringBuilder();
    private final Checklist release = checklist(
            "Release",
            signOff("the plan was read").by("on-call"),
            steps(
                    "Rollout",
                    check("api is rolled out", context -> Outcome.passed("3"))
                            .retry(attempts(30).every(ofSeconds(10)).within(ofMinutes(5))),
                    check("api is served", context -> Outcome.passed("2 endpoints")),
                    section(
                            "Pages",
                            check("home", context -> Outcome.passed("200")),
                            check("admin", context -> Outcome.passed("403")),
                            check("help", context -> Outcome.passed("200")))));
    private final ProgressTree tree = ProgressTree.on(LOOK, out, 20, clock::now);

    private Line line(String id) {
        Report report = CheckTester.create().run(release);
        return report.result(id).line();
    }

    private List<String> frame() {
        out.setLength(0);
        tree.redraw();
        return out.toString()
                .replaceFirst("^\u001b\\[\\d+F\u001b\\[J", "")
                .lines()
                .toList();
    }

    @Test
    void it_shows_what_is_asked_and_what_waits_for_what() {
        tree.runStarted(release);
        tree.lineStarted(line("the-plan-was-read"));
        tree.lineStarted(line("rollout/api-is-rolled-out"));
        clock.advance(ofSeconds(2));

        assertThat(frame())
                .containsExactly(
                        "0 of 6 done",
                        "› the plan was read · asked for 2 s",
                        "Rollout",
                        "  › api is rolled out · since 2 s",
                        "· api is served waits for api is rolled out");
    }

    @Test
    void between_two_looks_it_says_when_the_next_is_and_how_long_still() {
        tree.runStarted(release);
        tree.lineStarted(line("rollout/api-is-rolled-out"));
        clock.advance(ofSeconds(4));
        tree.attemptEnded(line("rollout/api-is-rolled-out"), attempt(clock.now()), Optional.of(ofSeconds(10)));
        clock.advance(ofSeconds(3));

        assertThat(frame()).contains("  › api is rolled out · look 2 in 7 s, 4 min 53 s left");

        clock.advance(ofSeconds(8));
        assertThat(frame()).contains("  › api is rolled out · look 2, since 15 s");
    }

    private static dev.checklist.run.Attempt attempt(Instant end) {
        return ReportFixtures.line("x", "x")
                .attempt(end, Duration.ZERO, Outcome.failed("not yet"))
                .ends()
                .attempts()
                .get(0);
    }

    @Test
    void a_broken_line_stays_above_and_is_counted() {
        tree.runStarted(release);
        tree.lineStarted(line("rollout/api-is-rolled-out"));
        out.setLength(0);

        tree.lineEnded(ReportFixtures.line("rollout/api-is-rolled-out", "api is rolled out")
                .attempt(clock.now(), Duration.ZERO, Outcome.failed("expected 3 but found 1"))
                .ends());

        assertThat(out)
                .hasToString(
                        "\u001b[4F\u001b[J00:00:00 ✗ FAILED api is rolled out: expected 3 but found 1\n1 of 6 done, 1 broken\n");
    }

    @Test
    void a_small_terminal_gets_fewer_rows_and_is_told_so() {
        ProgressTree small = ProgressTree.on(LOOK, out, 3, clock::now);
        small.runStarted(release);
        small.lineStarted(line("the-plan-was-read"));
        out.setLength(0);
        small.lineStarted(line("rollout/api-is-rolled-out"));

        assertThat(out.toString().lines().toList()).hasSize(3).last().isEqualTo("… and 3 more rows");
    }

    @Test
    void a_terminal_of_too_few_rows_is_refused() {
        assertThatThrownBy(() -> ProgressTree.on(LOOK, out, 1, clock::now))
                .hasMessage("rows is 1: expected at least 2");
    }

    @Test
    void after_the_run_nothing_is_left_on_the_terminal_and_nothing_is_drawn() {
        Report report = ChecklistRunner.create().withListener(tree).run(release);
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(out.toString()).endsWith("\u001b[J");

        assertThat(frame()).isEmpty();
    }

    @Test
    void the_rows_are_erased_before_they_are_drawn_again() {
        Check flaky = check("flaky", ScriptedProbe.passingAfter(3, "3")).retry(attempts(5));
        CheckTester.create().with(runner -> runner.withListener(tree)).run(checklist("One", flaky));

        int height = 0;
        for (String part : out.toString().split("(?=\u001b\\[\\d+F)")) {
            if (part.startsWith("\u001b[")) {
                assertThat(part).startsWith("\u001b[" + height + "F\u001b[J");
            }
            height = (int) part.chars().filter(character -> character == '\n').count();
        }
        assertThat(height).as("the last part only erases").isZero();
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void hostile_text_stays_in_its_row(HostileText hostile) {
        Checklist list = checklist(
                "List", section("s" + hostile.text(), check("c" + hostile.text(), context -> Outcome.passed("1"))));
        ProgressTree progress = ProgressTree.on(LOOK, out, 10, clock::now);
        progress.runStarted(list);
        out.setLength(0);
        progress.lineStarted(CheckTester.create().run(list).lines().get(0).line());

        String drawn = out.toString().replaceFirst("^\u001b\\[1F\u001b\\[J", "");
        assertThat(drawn.lines()).hasSize(3).allMatch(row -> row.length() <= 100);
        assertThat(drawn.chars().filter(character -> character != '\n')).noneMatch(Character::isISOControl);
    }

    @Test
    void a_target_that_fails_silences_it_and_is_remembered() {
        IOException full = new IOException("disk full");
        ProgressTree progress = ProgressTree.on(LOOK, new FailingTarget(full), 10, clock::now);

        progress.runStarted(release);
        progress.redraw();

        assertThat(progress.failure()).containsSame(full);
    }

    private record FailingTarget(IOException failure) implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            throw failure;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw failure;
        }

        @Override
        public Appendable append(char character) throws IOException {
            throw failure;
        }
    }
}
