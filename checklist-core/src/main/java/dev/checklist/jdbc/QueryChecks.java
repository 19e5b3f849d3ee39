package dev.checklist.jdbc;

import dev.checklist.Check;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is a query that returns one row with one column.
 *
 * <p>No row and null are FAILED; more rows or columns, a value of another kind than the wanted one, and a text of more
 * than 65,536 characters are an ERROR. A text is never taken for a number: cast it in the query.
 */
public final class QueryChecks {
    private final JdbcChecks database;
    private final String sql;

    QueryChecks(JdbcChecks database, String sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Passes when the query returns this very text; what the database pads, it returns padded. */
    public Check returns(String value) {
        if (value == null || value.length() > 10_000) {
            throw Names.refused("value", value, "expected a text of at most 10000 characters");
        }
        return check("returns", new Wanted.Equal(new Value(value)));
    }

    /** Passes when the query returns this number; compared by value, so that 1 is 1.0. */
    public Check returns(Number value) {
        return check("returns", new Wanted.Equal(new Value(number(value))));
    }

    /** Passes when the query returns this truth value, or 0 or 1 for it where there are no booleans. */
    public Check returns(boolean value) {
        return check("returns", new Wanted.Equal(new Value(value)));
    }

    /** Passes when the query returns this number or more. */
    public Check returnsAtLeast(Number least) {
        return check("returns at least", new Wanted.Bound(number(least), true));
    }

    /** Passes when the query returns this number or less. */
    public Check returnsAtMost(Number most) {
        return check("returns at most", new Wanted.Bound(number(most), false));
    }

    private static BigDecimal number(@Nullable Number value) {
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("value is " + value + ": expected a number", e);
        }
    }

    private Check check(String predicate, Wanted wanted) {
        return database.check(
                "query " + sql + " " + predicate,
                "query " + Said.line(sql, 120) + " returns " + wanted.words(),
                wanted.words(),
                session -> wanted.judge(session.query(sql, List.of(), Value::of)));
    }
}
