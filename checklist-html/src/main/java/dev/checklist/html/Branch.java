package dev.checklist.html;

import dev.checklist.report.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is a line, or a section with what stands in it.
 *
 * @param row the line or section
 * @param children what stands in the section, in list order; none of a line
 */
public record Branch(Row row, List<Branch> children) {
    /** Nests rows, which stand in list order, by their depth. */
    static List<Branch> of(List<Row> rows) {
        Reader reader = new Reader(rows.iterator());
        return reader.level(0);
    }

    /** Returns what was tried more than once, as bars over time. */
    public Timeline timeline() {
        return Timeline.of(row.result().attempts());
    }

    /** Reads one level after the other, one row ahead. */
    private static final class Reader {
        private final Iterator<Row> rows;
        private @Nullable Row next;

        Reader(Iterator<Row> rows) {
            this.rows = rows;
            advance();
        }

        private void advance() {
            next = rows.hasNext() ? rows.next() : null;
        }

        List<Branch> level(int depth) {
            List<Branch> branches = new ArrayList<>();
            while (next != null && next.result().line().depth() >= depth) {
                Row row = next;
                advance();
                branches.add(new Branch(row, row.isLine() ? List.of() : level(depth + 1)));
            }
            return branches;
        }
    }
}
