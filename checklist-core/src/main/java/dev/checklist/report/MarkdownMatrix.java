package dev.checklist.report;

import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets a matrix as Markdown tables, what differs first. */
final class MarkdownMatrix {
    private MarkdownMatrix() {}

    static void write(ReportMatrix matrix, Appendable out) throws IOException {
        MarkdownPage page = new MarkdownPage(out);
        page.heading(
                1,
                Wording.count(matrix.rows().size(), "line") + " in "
                        + Wording.count(matrix.reports().size(), "environment") + ", "
                        + matrix.differing().size() + " differing");
        for (Map.Entry<String, Report> column : matrix.reports().entrySet()) {
            page.bullet("- " + MarkdownText.text(column.getKey()) + ": "
                    + MarkdownText.text(column.getValue().headline()));
        }
        table(page, matrix, "Differs", matrix.differing());
        table(
                page,
                matrix,
                "The same everywhere",
                matrix.rows().stream().filter(row -> !row.differs()).toList());
    }

    private static void table(MarkdownPage page, ReportMatrix matrix, String heading, List<ReportMatrix.Row> rows)
            throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        page.heading(2, heading + ": " + Wording.count(rows.size(), "line"));
        String names =
                matrix.reports().keySet().stream().map(MarkdownText::text).collect(Collectors.joining(" | "));
        StringBuilder table = new StringBuilder("| line | " + names + " |\n");
        table.append("|---".repeat(matrix.reports().size() + 1)).append("|");
        for (ReportMatrix.Row row : rows) {
            String cells = row.results().stream()
                    .map(result -> result.map(Result::status)
                            .map(MarkdownBlocks::status)
                            .orElse("not asked"))
                    .collect(Collectors.joining(" | "));
            table.append("\n| ")
                    .append(MarkdownText.text(Wording.title(row.line())))
                    .append(" | ")
                    .append(cells)
                    .append(" |");
        }
        page.paragraph(table.toString());
    }
}
