package dev.checklist.jdbc;

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

/** One line of {@code contract.tsv}: predicate, or a star for all others; situation; outcome or -; phrases. */
record ContractRow(String predicate, String situation, String outcome, List<String> words) {
    private static final List<ContractRow> ALL = read();

    private static List<ContractRow> read() {
        try (InputStream table =
                Objects.requireNonNull(ContractRow.class.getResourceAsStream("contract.tsv"), "contract.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(c -> new ContractRow(c[0], c[1], c[2], List.of(c[3].split(" & "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
