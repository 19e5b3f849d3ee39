package dev.checklist.run;

import dev.checklist.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds reports for tests that need no run. */
public final class ReportFixtures {
    /** When every run of these fixtures starts. */
    public static final Instant START = Instant.parse("2026-11-22T01:58:03Z");

    private ReportFixtures() {}

    public static Instant after(int seconds) {
        return START.plusSeconds(seconds);
    }

    public static ResultFixture line(String id, String title) {
        return new ResultFixture(id, title);
    }

    public static Result section(String id, String title, int depth, Status status, String counts) {
        return new ResultFixture(id, title).kind(Kind.SECTION).in(depth).ends(status, counts);
    }

    public static RunFacts facts() {
        return facts("build-7", "ann", "0.1.0");
    }

    public static RunFacts facts(String host, String user, String library) {
        return new RunFacts(START, START.plus(Duration.ofSeconds(67)), host, user, library);
    }

    public static Report report(String title, Map<String, String> about, List<Result> results) {
        return report(title, about, facts(), results, List.of(), List.of(), 0, Optional.empty());
    }

    /** Makes a report of a run that was not asked for some lines. */
    public static Report partial(String title, Map<String, String> about, List<Result> results, Result... unselected) {
        List<Line> left = Arrays.stream(unselected).map(Result::line).toList();
        return report(title, about, facts(), results, left, List.of(), 0, Optional.empty());
    }

    public static Report report(
            String title,
            Map<String, String> about,
            RunFacts facts,
            List<Result> results,
            List<Line> unselected,
            List<String> findings,
            int abandoned,
            Optional<String> endedEarly) {
        return new Report(
                title,
                about,
                facts,
                results,
                new Report.Scope(unselected, findings, abandoned, endedEarly, Optional.empty()));
    }
}
