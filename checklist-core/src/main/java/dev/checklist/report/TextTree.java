package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Result;
import java.io.IOException;
import java.util.List;

/** Sets the list itself: every section and line with its status, what was seen and when. */
final class TextTree {
    private static final int STEP = 2;
    private static final int LABEL = 8;

    private final TextPage page;
    private final TextStyle style;
    private final int timeWidth;
    private final int localWidth;

    TextTree(TextPage page, TextStyle style, int timeWidth, int localWidth) {
        this.page = page;
        this.style = style;
        this.timeWidth = timeWidth;
        this.localWidth = localWidth == 0 ? 0 : localWidth + 1;
    }

    void write(List<Row> rows) throws IOException {
        boolean inSection = false;
        boolean isFirst = true;
        for (Row row : rows) {
            boolean isTop = row.result().line().depth() == 0;
            if (isTop && (inSection || !row.isLine()) && !isFirst) {
                page.blank();
            }
            isFirst = false;
            inSection = !isTop || !row.isLine();
            line(row);
        }
    }

    private void line(Row row) throws IOException {
        page.words(
                lead(row),
                row.title()
                        + (row.message().isBlank() ? "" : ": " + row.message())
                        + (row.attempts().isEmpty() ? "" : " (" + row.attempts() + ")"));
        String before = " ".repeat(statusWidth() + timeWidth + localWidth + STEP + indent(row.result()) + STEP);
        for (Detail detail : row.details()) {
            page.detail(before + TextStyle.padded(detail.label(), LABEL), detail);
        }
    }

    private String lead(Row row) {
        Status status = row.result().status();
        int used = Symbol.of(status).length() + 1 + status.name().length();
        return style.status(status)
                + " ".repeat(statusWidth() - used)
                + TextStyle.padded(
                        row.seen() + (row.local().isEmpty() ? "" : " " + row.local()), timeWidth + localWidth + STEP)
                + " ".repeat(indent(row.result()));
    }

    private static int statusWidth() {
        return 1 + 1 + Symbol.WORD + STEP;
    }

    private static int indent(Result result) {
        return result.line().depth() * STEP;
    }
}
