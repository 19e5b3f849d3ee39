package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunListener;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggingTest {
    private static final ChecklistRunner RUNNER = ChecklistRunner.create();

    private static final Check FAULTY = check("faulty", context -> Outcome.failed("it broke"))
            .retry(attempts(3).every(Duration.ofMillis(1)))
            .id("faulty");

    @Test
    void a_run_logs_one_info_line_at_its_start_and_one_at_its_end() {
        try (Logs logs = new Logs()) {
            Neighbours.around(RUNNER, FAULTY);

            assertThat(logs.at(Level.INFO))
                    .containsExactly(
                            "Checklist \"Neighbours\" starts: 9 lines", "Checklist \"Neighbours\" ended: NOT_READY");
        }
    }

    @Test
    void each_attempt_is_one_debug_line() {
        try (Logs logs = new Logs()) {
            Neighbours.around(RUNNER, FAULTY);

            List<String> debug = logs.at(Level.DEBUG);
            assertThat(debug)
                    .hasSize(4 + 2 + 3); // four good neighbours, the one with two looks, the faulty one's three
            assertThat(debug.stream().filter(line -> line.startsWith("faulty ")))
                    .containsExactly(
                            "faulty attempt 1: FAILED: it broke",
                            "faulty attempt 2: FAILED: it broke",
                            "faulty attempt 3: FAILED: it broke");
        }
    }

    @Test
    void nothing_is_louder_for_a_line_that_failed_or_broke_or_hung() {
        Check broken = check("broken", context -> {
            throw new IllegalStateException("boom");
        });
        try (Logs logs = new Logs();
                Stubborn stubborn = new Stubborn()) {
            Check hung = check("hung", stubborn).timeout(Duration.ofMillis(50));

            Neighbours.around(RUNNER, FAULTY, broken, hung);

            assertThat(logs.events())
                    .extracting(ILoggingEvent::getLevel)
                    .containsOnly(Level.INFO, Level.DEBUG)
                    .filteredOn(level -> level == Level.INFO)
                    .hasSize(2);
            assertThat(logs.events()).allMatch(event -> event.getThrowableProxy() == null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\u001b[2J", "\u0000"})
    void no_text_of_a_list_or_a_target_starts_a_line_of_its_own_in_the_log(String lineEnd) {
        String forged = "harmless" + lineEnd + "INFO Checklist \"Release\" ended: READY";
        Check check = check(
                forged,
                context -> Outcome.failed(forged)
                        .with("name" + lineEnd + "x", forged)
                        .warning(forged));
        RunListener hostile = new RunListener() {
            @Override
            public void lineEnded(Result result) {
                throw new IllegalStateException(forged);
            }
        };
        try (Logs logs = new Logs()) {
            Report report = RUNNER.withListener(hostile).run(checklist(forged, check));

            assertThat(report.lines().get(0).status()).isEqualTo(Status.FAILED);
            assertThat(logs.events()).isNotEmpty();
            assertThat(logs.texts()).noneMatch(text -> text.contains(lineEnd));
        }
    }
}
