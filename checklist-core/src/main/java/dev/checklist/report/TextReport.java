package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.util.List;

/** Sets a report as text: verdict, facts, what needs attention, the list. */
final class TextReport {
    private static final int LABEL = 9;
    private static final int MOST_DIAGNOSIS = 40;

    private final Report report;
    private final TextStyle style;
    private final TextPage page;
    private final Summary summary;

    TextReport(Report report, Appendable out, TextStyle style) {
        this.report = report;
        this.style = style;
        this.page = new TextPage(out, style);
        this.summary = Summary.of(report, style.zone());
    }

    void write() throws IOException {
        headline();
        for (Detail fact : summary.facts()) {
            detail("", fact);
        }
        for (Block block : summary.blocks()) {
            block(block);
        }
        page.blank();
        page.heading("The list, times in UTC");
        new TextTree(page, style, summary.timeWidth()).write(summary.rows());
        unselected();
    }

    private void headline() throws IOException {
        page.words(style.painted(summary.verdict(), colour(report.verdict())) + " ", "· " + summary.counts());
    }

    private static int colour(Verdict verdict) {
        return Symbol.colour(
                switch (verdict) {
                    case READY -> Status.PASSED;
                    case NOT_READY -> Status.FAILED;
                    case INCOMPLETE -> Status.PENDING;
                });
    }

    private void block(Block block) throws IOException {
        page.blank();
        page.heading(block.heading());
        for (Point point : block.points()) {
            Status status = point.status();
            String lead = "  " + (status == null ? "-" : style.status(status)) + " ";
            page.words(lead, point.message().isBlank() ? point.title() : point.title() + ": " + point.message());
            for (Detail detail : point.details()) {
                detail("    ", detail);
            }
            diagnosis(point.diagnosis());
        }
    }

    private void detail(String before, Detail detail) throws IOException {
        page.detail(before + TextStyle.padded(detail.label(), LABEL), detail);
    }

    private void diagnosis(List<String> texts) throws IOException {
        List<String> rows =
                texts.stream().flatMap(text -> Visible.lines(text).stream()).toList();
        for (String row : rows.subList(0, Math.min(rows.size(), MOST_DIAGNOSIS))) {
            page.raw("    | ", row);
        }
        if (rows.size() > MOST_DIAGNOSIS) {
            page.raw("    | ", "… " + (rows.size() - MOST_DIAGNOSIS) + " more rows, which the JSON report has");
        }
    }

    private void unselected() throws IOException {
        List<Line> lines = report.unselected();
        if (!lines.isEmpty()) {
            page.blank();
            page.heading("Not selected, so not asked: " + Wording.count(lines.size(), "line"));
            for (Line line : lines) {
                page.words("· NOT ASKED  ", Wording.title(line));
            }
        }
    }
}
