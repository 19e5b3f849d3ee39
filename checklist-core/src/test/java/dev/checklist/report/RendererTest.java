package dev.checklist.report;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.expect;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RendererTest {
    static Stream<Renderer> renderers() {
        return Stream.of(
                TextRenderer.create(), MarkdownRenderer.create(), JsonRenderer.create(), JUnitXmlRenderer.create());
    }

    private static Checklist list() {
        return checklist(
                "Release",
                check("Up", context -> Outcome.passed("answered")),
                section(
                        "Rollout",
                        check("Replicas", context -> expect("replicas", 3, 1))
                                .retry(attempts(2).every(Duration.ofMillis(1)))
                                .orStop(),
                        check("Behind it", context -> Outcome.passed("never asked"))),
                signOff("Plan was read").by("on-call"));
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void the_string_is_what_is_written(Renderer renderer) throws IOException {
        StringBuilder report = new StringBuilder();
        renderer.render(Samples.rich(), report);
        StringBuilder blank = new StringBuilder();
        renderer.render(list(), blank);

        assertThat(report).hasToString(renderer.render(Samples.rich())).endsWith("\n");
        assertThat(blank).hasToString(renderer.render(list())).endsWith("\n");
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void a_buffer_behind_the_writer_is_not_lost(Renderer renderer) throws IOException {
        StringWriter target = new StringWriter();
        BufferedWriter buffer = new BufferedWriter(target, 1 << 20);

        renderer.render(Samples.rich(), buffer);
        buffer.flush();

        assertThat(target).hasToString(renderer.render(Samples.rich()));
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void a_writer_is_left_open(Renderer renderer) throws IOException {
        StringWriter writer = new StringWriter() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        renderer.render(Samples.rich(), writer);

        assertThat(writer).hasToString(renderer.render(Samples.rich()));
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void a_target_that_fails_is_reported_with_its_own_exception(Renderer renderer) {
        for (int room : new int[] {0, 10, 100}) {
            Full full = new Full(room);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> renderer.render(Samples.rich(), full))
                    .withMessage("disk full");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> renderer.render(list(), new Full(room)))
                    .withMessage("disk full");
        }
    }

    /** Takes so many characters, then fails. */
    private static final class Full implements Appendable {
        private int room;

        Full(int room) {
            this.room = room;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            room -= text.length();
            if (room < 0) {
                throw new IOException("disk full");
            }
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char character) throws IOException {
            return append(String.valueOf(character));
        }
    }

    @Test
    void a_real_run_is_told_with_its_cause_first_in_every_form() {
        Report report = ChecklistRunner.create().run(list());

        assertThat(TextRenderer.create().render(report))
                .containsSubsequence(
                        "NOT READY · 1 failed · 1 blocked · 1 pending · 1 passed",
                        "Broken: 1 cause, 1 blocked by it",
                        "✗ FAILED Replicas: ",
                        "blocks   Behind it",
                        "Open for people: 1 line",
                        "? PENDING Plan was read: waits for the on-call",
                        "The list, times in UTC",
                        "Up: answered",
                        "✗ FAILED             Rollout: 1 failed, 1 blocked",
                        "(after 2 attempts in ");
        assertThat(MarkdownTree.of(MarkdownRenderer.create().render(report)).items())
                .isEqualTo(4);
        assertThat(Xsd.SUREFIRE.errors(JUnitXmlRenderer.create().render(report)))
                .isEmpty();
        JsonTree json = JsonTree.of(JsonRenderer.create().render(report));
        assertThat(json.errors()).isEmpty();
        assertThat(json.all("/results").stream()
                        .filter(result -> result.at("/status").equals("PASSED")))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.at("/message")).isEqualTo("answered");
                    assertThat(result.at("/seenAt")).endsWith("Z");
                });
    }
}
