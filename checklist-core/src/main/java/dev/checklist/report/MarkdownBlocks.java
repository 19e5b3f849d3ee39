package dev.checklist.report;

import dev.checklist.Status;
import java.io.IOException;

/** Sets blocks of points as Markdown. */
final class MarkdownBlocks {
    private MarkdownBlocks() {}

    static void write(MarkdownPage page, Block block) throws IOException {
        page.heading(2, block.heading());
        for (Point point : block.points()) {
            Status status = point.status();
            page.bullet("- **" + (status == null ? "note" : status(status)) + "** · "
                    + MarkdownText.text(point.title())
                    + (point.message().isBlank() ? "" : ": " + MarkdownText.code(point.message())));
            page.details(point.details());
            for (String diagnosis : point.diagnosis()) {
                page.code(diagnosis);
            }
        }
    }

    static String status(Status status) {
        return Symbol.of(status) + " " + status;
    }
}
