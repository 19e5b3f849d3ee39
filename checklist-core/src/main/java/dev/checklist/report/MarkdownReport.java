package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.IOException;

/** Sets a report as the paper list, ticked, with what was seen and when. */
final class MarkdownReport {
    private final Report report;
    private final MarkdownPage page;
    private final Summary summary;

    MarkdownReport(Summary summary, Appendable out) {
        this.report = summary.report();
        this.page = new MarkdownPage(out);
        this.summary = summary;
    }

    void write() throws IOException {
        page.heading(1, MarkdownText.text(report.title()));
        page.paragraph("**" + summary.verdict() + "** · " + MarkdownText.text(summary.counts()));
        for (Detail fact : summary.facts()) {
            page.bullet("- " + MarkdownPage.fact(fact));
        }
        for (Block block : summary.blocks()) {
            MarkdownBlocks.write(page, block);
        }
        page.heading(2, "The list, times in " + MarkdownText.text(summary.zones()));
        for (Row row : summary.rows()) {
            if (row.isLine()) {
                line(row);
            } else {
                section(row);
            }
        }
        unselected();
        page.heading(2, "This run");
        for (Detail fact : summary.run()) {
            page.bullet("- " + MarkdownPage.fact(fact));
        }
    }

    private void section(Row row) throws IOException {
        String counts = row.message().isBlank() ? "" : " · " + MarkdownText.text(row.message());
        Result section = row.result();
        page.section(section.line().depth(), row.title(), " · " + MarkdownBlocks.status(section.status()) + counts);
    }

    private void line(Row row) throws IOException {
        Status status = row.result().status();
        page.line(
                row.result().line().depth(),
                status == Status.PASSED || status == Status.WAIVED,
                MarkdownText.text(row.title()) + " · **" + MarkdownBlocks.status(status) + "**"
                        + (row.seen().isEmpty() ? "" : " " + row.seen())
                        + (row.local().isEmpty() ? "" : " (" + row.local() + ")")
                        + (row.message().isBlank() ? "" : " · " + MarkdownText.code(row.message()))
                        + (row.attempts().isEmpty() ? "" : " (" + row.attempts() + ")"));
        page.details(row.details());
    }

    private void unselected() throws IOException {
        if (!report.unselected().isEmpty()) {
            page.heading(
                    2,
                    "Not selected, so not asked: "
                            + Wording.count(report.unselected().size(), "line"));
            for (Line line : report.unselected()) {
                page.bullet("- [ ] " + MarkdownText.text(Wording.title(line)) + " · **NOT ASKED**");
            }
        }
    }
}
