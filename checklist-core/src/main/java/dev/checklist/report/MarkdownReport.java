package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.IOException;
import java.time.ZoneId;

/** Sets a report as the paper list, ticked, with what was seen and when. */
final class MarkdownReport {
    private final Report report;
    private final MarkdownPage page;
    private final Times times;
    private final ZoneId zone;

    MarkdownReport(Report report, Appendable out, ZoneId zone) {
        this.report = report;
        this.page = new MarkdownPage(out);
        this.times = Times.of(report);
        this.zone = zone;
    }

    void write() throws IOException {
        page.heading(1, MarkdownText.text(report.title()));
        String word = report.verdict().name().replace('_', ' ');
        page.paragraph("**" + word + "** " + MarkdownText.text(report.headline().substring(word.length())));
        for (Detail fact : Facts.of(report, times, zone)) {
            page.bullet("- " + MarkdownPage.fact(fact));
        }
        for (Block block : Blocks.of(report, times)) {
            MarkdownBlocks.write(page, block);
        }
        page.heading(2, "The list, times in UTC");
        for (Result result : report.results()) {
            if (result.line().kind().isLine()) {
                line(result);
            } else {
                section(result);
            }
        }
        unselected();
    }

    private void section(Result result) throws IOException {
        String counts = result.message().isBlank() ? "" : " · " + MarkdownText.text(result.message());
        page.section(
                result.line().depth(),
                Wording.title(result.line()),
                " · " + MarkdownBlocks.status(result.status()) + counts);
    }

    private void line(Result result) throws IOException {
        boolean ticked = result.status() == Status.PASSED || result.status() == Status.WAIVED;
        String seen = times.seen(result);
        String message = Wording.message(result);
        String attempts = Wording.attempts(result);
        page.line(
                result.line().depth(),
                ticked,
                MarkdownText.text(Wording.title(result)) + " · **" + MarkdownBlocks.status(result.status()) + "**"
                        + (seen.isEmpty() ? "" : " " + seen)
                        + (message.isBlank() ? "" : " · " + MarkdownText.code(message))
                        + (attempts.isEmpty() ? "" : " (" + attempts + ")"));
        page.details(LineDetails.of(result));
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
