package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.util.List;

/** Sets a report as text: verdict, facts, what needs attention, the list. */
final class TextReport {
    private final Report report;
    private final TextStyle style;
    private final TextPage page;
    private final TextBlocks blocks;
    private final Summary summary;

    TextReport(Summary summary, Appendable out, TextStyle style) {
        this.report = summary.report();
        this.style = style;
        this.page = new TextPage(out, style);
        this.blocks = new TextBlocks(page, style);
        this.summary = summary;
    }

    void write() throws IOException {
        headline();
        for (Detail fact : summary.facts()) {
            blocks.detail("", fact);
        }
        for (Block block : summary.blocks()) {
            blocks.write(block);
        }
        page.blank();
        page.heading("The list, times in " + summary.zones());
        new TextTree(page, style, summary.timeWidth(), summary.localWidth()).write(summary.rows());
        unselected();
        page.blank();
        page.heading("This run");
        for (Detail fact : summary.run()) {
            blocks.detail("", fact);
        }
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
