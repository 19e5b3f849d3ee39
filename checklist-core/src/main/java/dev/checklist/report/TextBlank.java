package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.Section;
import java.io.IOException;

/** Sets the blank list as text: a box for every line, with what is asked of whom. */
final class TextBlank {
    private static final int STEP = 2;
    private static final int LABEL = 9;

    private final Checklist list;
    private final TextPage page;

    TextBlank(Checklist list, Appendable out, TextStyle style) {
        this.list = list;
        this.page = new TextPage(out, style);
    }

    void write() throws IOException {
        Outline outline = Outline.of(list);
        for (Detail fact : outline.facts()) {
            page.detail(TextStyle.padded(fact.label(), LABEL), fact);
        }
        page.blank();
        for (Outline.Row row : outline.rows()) {
            String indent = " ".repeat(row.entry().depth() * STEP);
            boolean isSection = row.entry().item() instanceof Section;
            page.words(indent + (isSection ? "# " : "[ ] "), row.title());
            for (Detail detail : row.details()) {
                page.detail(indent + "    " + TextStyle.padded(detail.label(), LABEL), detail);
            }
        }
    }
}
