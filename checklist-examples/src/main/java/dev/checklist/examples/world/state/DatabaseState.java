package dev.checklist.examples.world.state;

import java.util.List;

/**
 * The application's database, as data.
 *
 * @param availability whether it answers at all
 * @param statements the SQL that makes its tables and rows, in order
 */
public record DatabaseState(Availability availability, List<String> statements) {

    /** Keeps an unmodifiable copy of the statements. */
    public DatabaseState {
        statements = List.copyOf(statements);
    }

    /** Answers, hangs or is gone. */
    public DatabaseState with(Availability other) {
        return new DatabaseState(other, statements);
    }

    /** Holds what these statements make. */
    public DatabaseState with(List<String> others) {
        return new DatabaseState(availability, others);
    }
}
