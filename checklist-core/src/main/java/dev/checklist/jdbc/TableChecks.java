package dev.checklist.jdbc;

import dev.checklist.Check;
import dev.checklist.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Is a table or view. What the account may not see is as good as absent to it: FAILED, and the message says so. */
public final class TableChecks {
    private final JdbcChecks database;
    private final TableName table;

    TableChecks(JdbcChecks database, TableName table) {
        this.database = database;
        this.table = table;
    }

    /** Passes when the database lists a table or view of that name. */
    public Check exists() {
        return check("exists", "exists", "table " + table, session -> {
            Catalogue.Entry entry = Catalogue.of(session).find(table);
            return Outcome.passed("found " + entry.type() + " " + entry.name());
        });
    }

    /** Passes when the table has all these columns, spelled as the database keeps them; it may have more. */
    public Check hasColumns(String first, String... more) {
        List<String> wanted = Names.all("column", first, more);
        String expected = "columns " + String.join(", ", wanted) + " in table " + table;
        return check("has columns", "has columns " + String.join(", ", wanted), expected, session -> {
            Catalogue catalogue = Catalogue.of(session);
            List<String> found = catalogue.columns(catalogue.find(table));
            List<String> missing = new ArrayList<>(wanted);
            missing.removeIf(name -> found.stream().anyMatch(column -> catalogue.isSame(column, name)));
            return missing.isEmpty()
                    ? Outcome.passed("found columns " + String.join(", ", wanted))
                    : Outcome.failed("expected " + expected + " but found none called " + Names.some(missing)
                            + Catalogue.otherCase(missing, found));
        });
    }

    /**
     * Passes when so many rows can be read from the table; no more are counted where the database can limit it.
     *
     * @param least between 1 and 1,000,000
     */
    public Check hasRowsAtLeast(int least) {
        if (least < 1 || least > 1_000_000) {
            throw new IllegalArgumentException("least is " + least + ": expected between 1 and 1000000");
        }
        String expected = "at least " + least + (least == 1 ? " row" : " rows") + " in table " + table;
        return check("has rows", "has at least " + least + (least == 1 ? " row" : " rows"), expected, session -> {
            String name = table.quoted(Catalogue.of(session).quote());
            String counted = session.dialect() == Dialect.OTHER
                    ? "select count(*) from " + name
                    : "select count(*) from (select 1 from " + name + " limit " + least + ") counted";
            return counted(expected, least, session.query(counted, List.of(), Value::of));
        });
    }

    private static Outcome counted(String expected, int least, Value rows) {
        if (!(rows.content() instanceof BigDecimal number)) {
            return Outcome.error("expected " + expected + " but could not judge: the count is " + rows);
        }
        return number.compareTo(BigDecimal.valueOf(least)) >= 0
                ? Outcome.passed("counted " + rows)
                : Outcome.failed("expected " + expected + " but counted " + rows);
    }

    private Check check(String predicate, String words, String expected, Session.Look<Outcome> look) {
        return database.check("table " + table + " " + predicate, "table " + table + " " + words, expected, look);
    }
}
