package dev.checklist.report;

import dev.checklist.Status;
import java.io.IOException;
import java.util.List;

/** Sets blocks of points and facts as text. */
final class TextBlocks {
    private static final int LABEL = 9;
    private static final int MOST_DIAGNOSIS = 40;

    private final TextPage page;
    private final TextStyle style;

    TextBlocks(TextPage page, TextStyle style) {
        this.page = page;
        this.style = style;
    }

    void write(Block block) throws IOException {
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

    void detail(String before, Detail detail) throws IOException {
        page.detail(before + TextStyle.padded(detail.label() + " ", LABEL), detail);
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
}
