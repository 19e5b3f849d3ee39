package dev.checklist.jdbc;

import dev.checklist.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads names from a table of applied migrations, and judges them. */
final class MigrationTable {
    private static final int AT_ONCE = 100;

    private MigrationTable() {}

    /** Returns those of the wanted names that a query, which ends in "in", selects; a hundred at a time. */
    static Set<String> names(Session session, String sql, List<String> wanted) throws SQLException, UnseenException {
        Set<String> names = new LinkedHashSet<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            String places = String.join(", ", Collections.nCopies(some.size(), "?"));
            names.addAll(session.query(sql + "(" + places + ")", some, MigrationTable::read));
        }
        return names;
    }

    static Set<String> names(Session session, String sql) throws SQLException, UnseenException {
        return session.query(sql, List.of(), MigrationTable::read);
    }

    private static Set<String> read(ResultSet answer) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        while (answer.next() && names.size() < AT_ONCE) {
            String name = answer.getString(1);
            names.add(name == null ? "" : name);
        }
        return names;
    }

    /** Fails on what is broken before what is missing; nothing wanted is never passed. */
    static Outcome judge(List<String> wanted, Set<String> applied, Set<String> broken) {
        if (wanted.isEmpty()) {
            return Outcome.error("expected migrations to be applied but could not judge: none is wanted");
        }
        if (!broken.isEmpty()) {
            return Outcome.failed("expected every migration to be applied but found failed or unfinished: "
                    + Names.some(List.copyOf(broken)));
        }
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(applied);
        return missing.isEmpty()
                ? Outcome.passed(
                        wanted.size() + " migrations are applied, none failed, up to " + wanted.get(wanted.size() - 1))
                : Outcome.failed("expected " + wanted.size() + " migrations to be applied but missing are: "
                        + Names.some(missing));
    }
}
