package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Section;
import java.io.IOException;

/** Sets the blank list as Markdown. */
final class MarkdownBlank {
    private MarkdownBlank() {}

    static void write(Checklist list, Appendable out) throws IOException {
        MarkdownPage page = new MarkdownPage(out);
        page.heading(1, MarkdownText.text(list.title()));
        for (Detail fact : BlankWords.facts(list)) {
            page.bullet("- " + MarkdownPage.fact(fact));
        }
        page.heading(2, "The list");
        for (Entry entry : list.entries()) {
            if (entry.item() instanceof Section) {
                page.section(entry.depth(), BlankWords.title(entry), "");
                for (Detail detail : BlankWords.details(entry)) {
                    page.paragraph(MarkdownPage.fact(detail));
                }
            } else {
                page.line(entry.depth(), false, MarkdownText.text(BlankWords.title(entry)));
                page.details(BlankWords.details(entry));
            }
        }
    }
}
