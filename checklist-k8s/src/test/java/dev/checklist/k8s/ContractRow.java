package dev.checklist.k8s;

import dev.checklist.Mark;
import dev.checklist.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of {@code contract*.tsv}: {@code predicate, situation, status or -, phrases}; a star stands for every
 * predicate that has no line of its own.
 */
record ContractRow(String predicate, String situation, String outcome, List<String> words) {

    private static final List<ContractRow> ALL = read();

    static List<ContractRow> all() {
        return ALL;
    }

    private static List<ContractRow> read() {
        return Tables.lines("contract").stream().map(ContractRow::of).toList();
    }

    private static ContractRow of(String line) {
        String[] columns = line.split("\t");
        if (columns.length != 4) {
            throw new IllegalArgumentException("not four columns: " + line);
        }
        return new ContractRow(columns[0], columns[1], columns[2], List.of(columns[3].split(" & ")));
    }

    static Optional<ContractRow> find(PublicCheck check, Situation situation) {
        List<ContractRow> rows = all();
        return rows.stream()
                .filter(row -> row.situation.equals(situation.name()) && row.predicate.equals(check.rows()))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> row.situation.equals(situation.name()) && row.predicate.equals("*"))
                        .findFirst());
    }

    /** The lines that decide nothing: of an unknown predicate or situation, or written twice. */
    static List<ContractRow> unused() {
        List<ContractRow> unused = new ArrayList<>(all());
        for (PublicCheck check : PublicCheck.all()) {
            for (Situation situation : Situation.values()) {
                find(check, situation).ifPresent(unused::remove);
            }
        }
        return unused;
    }

    /** Tells whether the predicate can meet the situation at all; if not, the words say why. */
    boolean applies() {
        return !outcome.equals("-");
    }

    Status status() {
        return mark() == Mark.PLAIN ? Status.valueOf(outcome) : Status.ERROR;
    }

    Mark mark() {
        return switch (outcome) {
            case "NOT_PERMITTED" -> Mark.NOT_PERMITTED;
            case "UNSUPPORTED" -> Mark.UNSUPPORTED;
            default -> Mark.PLAIN;
        };
    }

    @Override
    public String toString() {
        return outcome;
    }
}
