package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Report;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets a matrix as text: a column of statuses for each environment, what differs first. */
final class TextMatrix {
    private static final int COLUMN = Symbol.WORD + 6;

    private final ReportMatrix matrix;
    private final TextStyle style;
    private final TextPage page;

    TextMatrix(ReportMatrix matrix, Appendable out, TextStyle style) {
        this.matrix = matrix;
        this.style = style;
        this.page = new TextPage(out, style);
    }

    void write() throws IOException {
        int differing = matrix.differing().size();
        page.heading(Wording.count(matrix.rows().size(), "line") + " in "
                + Wording.count(matrix.reports().size(), "environment") + ", " + differing + " differing");
        for (Map.Entry<String, Report> column : matrix.reports().entrySet()) {
            page.words("  ", column.getKey() + ": " + column.getValue().headline());
        }
        rows("Differs", matrix.differing());
        rows(
                "The same everywhere",
                matrix.rows().stream().filter(row -> !row.differs()).toList());
    }

    private void rows(String heading, List<ReportMatrix.Row> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        page.blank();
        page.heading(heading + ": " + Wording.count(rows.size(), "line"));
        StringBuilder names = new StringBuilder();
        for (String name : matrix.reports().keySet()) {
            String shown = Columns.cut(style.spell(Visible.line(name)), COLUMN - 2);
            names.append(shown).append(" ".repeat(Math.max(1, COLUMN - Columns.of(shown))));
        }
        page.raw("  ", names.toString().stripTrailing());
        for (ReportMatrix.Row row : rows) {
            StringBuilder lead = new StringBuilder("  ");
            for (int i = 0; i < row.results().size(); i++) {
                lead.append(cell(row.status(i)));
            }
            page.words(lead.toString(), Wording.title(row.line()));
        }
    }

    private String cell(Optional<Status> status) {
        String word = status.map(style::status).orElse("· not asked");
        int length = status.map(one -> one.name().length() + 2).orElse(word.length());
        return word + " ".repeat(Math.max(1, COLUMN - length));
    }
}
