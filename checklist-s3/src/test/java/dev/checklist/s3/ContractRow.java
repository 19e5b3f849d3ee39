package dev.checklist.s3;

import dev.checklist.Mark;
import dev.checklist.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of {@code contract.tsv}: {@code predicate, situation, outcome or -, phrases}; a star stands for every
 * predicate that has no line of its own.
 */
record ContractRow(String predicate, String situation, String outcome, List<String> words) {
    private static final List<ContractRow> ALL =
            lines("contract.tsv").stream().map(ContractRow::of).toList();

    /** Returns the lines of a table beside the tests that are neither blank nor a comment. */
    static List<String> lines(String table) {
        try (InputStream in = ContractRow.class.getResourceAsStream(table)) {
            String text = new String(Objects.requireNonNull(in, table).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractRow of(String line) {
        String[] columns = line.split("\t");
        if (columns.length != 4) {
            throw new IllegalArgumentException("not four columns: " + line);
        }
        return new ContractRow(columns[0], columns[1], columns[2], List.of(columns[3].split(" & ")));
    }

    static Optional<ContractRow> find(PublicCheck check, Situation situation) {
        return find(check.name(), situation).or(() -> find("*", situation));
    }

    private static Optional<ContractRow> find(String predicate, Situation situation) {
        return ALL.stream()
                .filter(row -> row.predicate.equals(predicate) && row.situation.equals(situation.name()))
                .findFirst();
    }

    /** The lines that decide nothing: of an unknown predicate or situation, or written twice. */
    static List<ContractRow> unused() {
        List<ContractRow> unused = new ArrayList<>(ALL);
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
