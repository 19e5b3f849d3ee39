package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts faulty lines among good ones, and asserts that nothing of what the good ones saw is lost. */
final class Neighbours {
    private static final List<String> NAMES = List.of("before", "beside, first", "beside, last", "behind");

    private Neighbours() {}

    /** Runs the faulty lines with one good line before, several beside and one behind; the good ones must be intact. */
    static Report around(ChecklistRunner runner, Item... faulty) {
        Report report = report(runner.start(list(faulty)));
        assertIntact(report);
        return report;
    }

    /** Waits for a report so long that only a run that hangs has none. */
    static Report report(Run run) {
        try {
            return run.report(Duration.ofSeconds(30))
                    .orElseThrow(() -> new AssertionError("the run has no report after 30 s"));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the report", e);
        }
    }

    /** Waits for a latch so long that only a test that hangs gives up. */
    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("counted down").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for a latch", e);
        }
    }

    static Checklist list(Item... faulty) {
        List<Item> middle = new ArrayList<>();
        middle.add(good("beside, first"));
        middle.addAll(List.of(faulty));
        middle.add(good("beside, last"));
        middle.add(second());
        return checklist(
                "Neighbours",
                section("Part one", good("before")),
                section("Part two", middle),
                section("Part three", good("behind")));
    }

    static Check good(String name) {
        return check(
                        name,
                        context -> Outcome.passed("saw " + name)
                                .with("line", name)
                                .with("attempt", context.attempt())
                                .warning("all is well with " + name))
                .id(name);
    }

    private static Outcome seen(String name, int attempt) {
        return Outcome.passed("saw " + name)
                .with("line", name)
                .with("attempt", attempt)
                .warning("all is well with " + name);
    }

    /** Passes at the second look. */
    private static Check second() {
        return check("second", context -> context.attempt() < 2 ? Outcome.failed("not yet") : seen("second", 2))
                .retry(attempts(3).every(Duration.ofMillis(1)))
                .id("second");
    }

    static void assertIntact(Report report) {
        NAMES.forEach(name -> assertPassed(report.result(name), seen(name, 1), 1));
        Result second = report.result("second");
        assertPassed(second, seen("second", 2), 2);
        assertThat(second.attempts().get(0).outcome()).isEqualTo(Outcome.failed("not yet"));
        assertThat(second.earlierMessage()).contains("not yet");
    }

    private static void assertPassed(Result result, Outcome expected, int attempts) {
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo(expected.message());
        assertThat(result.evidence()).isEqualTo(expected.evidence()).isNotEqualTo(Map.of());
        assertThat(result.warnings()).isEqualTo(expected.warnings());
        assertThat(result.attempts()).hasSize(attempts);
        Attempt last = result.attempts().get(attempts - 1);
        assertThat(last.outcome()).isEqualTo(expected);
        assertThat(last.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(result.seenAt()).contains(last.endedAt());
        assertThat(result.roots()).isEmpty();
        assertThat(result.diagnosis()).isEmpty();
        assertThat(result.endOfRun()).isEmpty();
    }
}
