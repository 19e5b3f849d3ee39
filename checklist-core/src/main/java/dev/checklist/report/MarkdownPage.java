package dev.checklist.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets headings, bullets and boxes; sections become headings, whose texts must be safe already. */
final class MarkdownPage {
    private static final int DEEPEST = 6;
    private static final int FIRST_SECTION = 3;

    private final Appendable out;
    private final List<String> titles = new ArrayList<>();
    private boolean started;
    private boolean inList;
    private int open;

    MarkdownPage(Appendable out) {
        this.out = out;
        this.titles.add("The list");
    }

    void paragraph(String words) throws IOException {
        gap();
        out.append(words).append('\n');
        inList = false;
    }

    void heading(int level, String words) throws IOException {
        paragraph("#".repeat(Math.min(DEEPEST, level)) + " " + words);
    }

    /** Begins a section with so many sections around it. */
    void section(int depth, String title, String ending) throws IOException {
        String text = MarkdownText.text(title);
        titles.subList(depth + 1, titles.size()).clear();
        titles.add(text);
        open = depth + 1;
        heading(FIRST_SECTION + depth, text + ending);
    }

    /** Sets a line with so many sections around it, under its section's heading. */
    void line(int depth, boolean ticked, String words) throws IOException {
        if (depth != open) {
            heading(FIRST_SECTION - 1 + depth, titles.get(depth) + ", continued");
            open = depth;
        }
        bullet("- [" + (ticked ? "x" : " ") + "] " + words);
    }

    /** Sets a bullet with a marker of ours. */
    void bullet(String words) throws IOException {
        if (!inList) {
            gap();
        }
        out.append(words).append('\n');
        inList = true;
    }

    void details(List<Detail> details) throws IOException {
        for (Detail detail : details) {
            bullet("  - " + fact(detail));
        }
    }

    /** Words a fact, which is safe behind its label. */
    static String fact(Detail detail) {
        String text = detail.shape() == Detail.Shape.WORDS
                ? MarkdownText.text(detail.text())
                : MarkdownText.code(detail.text());
        return detail.label() + ": " + text;
    }

    /** Sets lines as they are, within a bullet. */
    void code(String text) throws IOException {
        List<String> rows = Visible.lines(text);
        String fence = MarkdownText.fence(String.join("\n", rows));
        out.append("  ").append(fence).append("text\n");
        for (String row : rows) {
            out.append(("  " + row).stripTrailing()).append('\n');
        }
        out.append("  ").append(fence).append('\n');
    }

    private void gap() throws IOException {
        if (started) {
            out.append('\n');
        }
        started = true;
    }
}
