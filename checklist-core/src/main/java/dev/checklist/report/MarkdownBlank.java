package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.Section;
import java.io.IOException;

/** Sets the blank list as Markdown. */
final class MarkdownBlank {
    private MarkdownBlank() {}

    static void write(Checklist list, Appendable out) throws IOException {
        MarkdownPage page = new MarkdownPage(out);
        page.heading(1, MarkdownText.text(list.title()));
        Outline outline = Outline.of(list);
        for (Detail fact : outline.facts()) {
            page.bullet("- " + MarkdownPage.fact(fact));
        }
        page.heading(2, "The list");
        for (Outline.Row row : outline.rows()) {
            if (row.entry().item() instanceof Section) {
                page.section(row.entry().depth(), row.title(), "");
                for (Detail detail : row.details()) {
                    page.paragraph(MarkdownPage.fact(detail));
                }
            } else {
                page.line(row.entry().depth(), false, MarkdownText.text(row.title()));
                page.details(row.details());
            }
        }
    }
}
