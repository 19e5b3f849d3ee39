package dev.checklist.k8s;

import java.util.ArrayList;
import java.util.List;

/**
 * Is what may differ between the fake cluster and a real one.
 *
 * <p>A line of {@code live.tsv} has the predicate, which may end in a star, the situation or a star, how much may differ,
 * and why.
 */
enum LiveDifference {
    /** Status and words are the same. */
    NONE,
    /** The real server may make it fail where it holds, never the other way round. */
    SAFE,
    /** The real server does not come into the situation at all. */
    ANY;

    private record Row(String predicate, String situation, LiveDifference difference, String reason) {
        boolean is(PublicCheck check, Situation at) {
            boolean isCheck = predicate.endsWith("*")
                    ? check.name().startsWith(predicate.substring(0, predicate.length() - 1))
                    : check.name().equals(predicate);
            return isCheck && (situation.equals("*") || situation.equals(at.name()));
        }
    }

    private static final List<Row> ROWS = Tables.texts("live", "tsv", "").stream()
            .flatMap(String::lines)
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .map(columns -> new Row(columns[0], columns[1], valueOf(columns[2]), columns[3]))
            .toList();

    static LiveDifference of(PublicCheck check, Situation situation) {
        return ROWS.stream()
                .filter(row -> row.is(check, situation))
                .map(Row::difference)
                .findFirst()
                .orElse(NONE);
    }

    /** Returns the lines that are about none of these pairs of a check and a situation. */
    static List<String> unused(List<Object[]> rows) {
        List<Row> unused = new ArrayList<>(ROWS);
        for (Object[] row : rows) {
            unused.removeIf(one -> one.is((PublicCheck) row[0], (Situation) row[1]));
        }
        return unused.stream().map(Row::toString).toList();
    }
}
