package dev.checklist.run.engine;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Traffic;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run asked of its targets stands at the head of its report. */
class TrafficTest {
    private record Key(Object target) {}

    private record Counted(String target, Supplier<String> words) implements Traffic {
        @Override
        public String inWords() {
            return words.get();
        }
    }

    private static Checklist counting(Counted... all) {
        return checklist("list", check("counts", context -> {
            List<Counted> kept = Stream.of(all)
                    .map(one -> context.perRun(new Key(one), () -> one))
                    .toList();
            return Outcome.passed(kept.size() + " counted");
        }));
    }

    @Test
    void each_target_has_a_line_and_two_counters_of_one_share_it() {
        Report report = CheckTester.create()
                .run(counting(
                        new Counted("https://b", () -> "2 requests"),
                        new Counted("https://a", () -> "14 requests"),
                        new Counted("https://b", () -> ""),
                        new Counted("https://c", () -> "")));
        assertThat(report.facts().traffic())
                .containsExactly(Map.entry("https://a", "14 requests"), Map.entry("https://b", "2 requests"));
        assertThat(TextRenderer.create().render(report))
                .contains("asked    https://a 14 requests · https://b 2 requests");
        assertThat(JsonRenderer.create().render(report)).contains("\"https://a\" : \"14 requests\"");
    }

    @Test
    void secrets_are_masked_and_a_counter_that_throws_is_said_so() {
        Report report = ChecklistRunner.create()
                .withSecrets("hunter2-hunter2")
                .run(counting(new Counted("https://hunter2-hunter2", () -> "hunter2-hunter2"), new Counted("x", () -> {
                    throw new IllegalStateException("broken");
                })));
        assertThat(report.facts().traffic().toString())
                .doesNotContain("hunter2")
                .contains("Counted=unknown: IllegalStateException: broken");
    }

    @Test
    void without_any_the_report_says_nothing_of_it() {
        Report report = CheckTester.create().run(counting());
        assertThat(report.facts().traffic()).isEmpty();
        assertThat(TextRenderer.create().render(report)).doesNotContain("asked ");
    }
}
