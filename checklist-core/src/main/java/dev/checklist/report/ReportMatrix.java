package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays runs of the same list side by side, one for each environment, to show what differs; an immutable value.
 *
 * <p>Lines are matched by their ids. It has no verdict of its own: each column keeps its own.
 */
public final class ReportMatrix {
    private final Map<String, Report> reports;
    private final List<Row> rows;

    private ReportMatrix(Map<String, Report> reports, List<Row> rows) {
        this.reports = reports;
        this.rows = rows;
    }

    /**
     * Is one line of the list in every environment.
     *
     * @param line the line, as the first report that has it words it
     * @param results how it ended, by environment; empty where that run did not ask it
     */
    public record Row(Line line, List<Optional<Result>> results) {
        /** Copies the list. */
        public Row {
            results = List.copyOf(results);
        }

        /** Tells whether it did not end with the same status everywhere. */
        public boolean differs() {
            return results.stream()
                            .map(result -> result.map(Result::status))
                            .distinct()
                            .count()
                    > 1;
        }

        Optional<Status> status(int column) {
            return results.get(column).map(Result::status);
        }
    }

    /**
     * Lays out reports by the names of their environments, in the order of the map.
     *
     * @throws IllegalArgumentException if there is none, or a name is blank
     */
    public static ReportMatrix of(Map<String, Report> reports) {
        if (reports.isEmpty() || reports.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "the environments are " + reports.keySet() + ": expected one or more, each with a name");
        }
        Map<String, Report> ordered = Collections.unmodifiableMap(new LinkedHashMap<>(reports));
        Map<String, Line> lines = new LinkedHashMap<>();
        List<Map<String, Result>> columns = new ArrayList<>();
        for (Report report : ordered.values()) {
            Map<String, Result> column = new LinkedHashMap<>();
            report.lines().forEach(result -> {
                lines.putIfAbsent(result.id(), result.line());
                column.put(result.id(), result);
            });
            report.unselected().forEach(line -> lines.putIfAbsent(line.id(), line));
            columns.add(column);
        }
        List<Row> rows = new ArrayList<>();
        lines.forEach((id, line) -> rows.add(new Row(
                line,
                columns.stream()
                        .map(column -> Optional.ofNullable(column.get(id)))
                        .toList())));
        return new ReportMatrix(ordered, List.copyOf(rows));
    }

    /** Returns the reports by environment, in order. */
    public Map<String, Report> reports() {
        return reports;
    }

    /** Returns every line of the list, in the order of the first report that has it. */
    public List<Row> rows() {
        return rows;
    }

    /** Returns the lines that did not end with the same status everywhere. */
    public List<Row> differing() {
        return rows.stream().filter(Row::differs).toList();
    }
}
