package dev.checklist.examples.launcher;

import dev.checklist.run.Report;
import java.util.ArrayList;
import java.util.List;

/** Closes the run of a page: the verdict, time and digest of each phase, then the verdict of the page. */
final class PageSummary {
    private PageSummary() {}

    static List<String> of(String page, PageVerdict verdict) {
        List<String> rows = new ArrayList<>();
        rows.add("The page " + page + ", phase by phase");
        verdict.phases().forEach(phase -> rows.add(row(phase)));
        rows.add(Words.of(verdict.verdict()) + " · page " + page);
        return rows;
    }

    private static String row(PhaseState state) {
        String verdict = state.report().map(Report::verdict).map(Words::of).orElse("NOT RUN");
        String seen = state.report()
                .map(report -> Words.of(report.facts().startedAt()) + (state.isNow() ? ", this run" : ", archived")
                        + " · digest " + report.digest())
                .orElse("");
        String doubt = state.doubt()
                .map(why -> state.report().isEmpty() ? why : " · does not count: " + why)
                .orElse("");
        return "  " + padded(state.phase().id(), 10) + padded(verdict, 11) + seen + doubt;
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(Math.max(1, width - word.length()));
    }
}
