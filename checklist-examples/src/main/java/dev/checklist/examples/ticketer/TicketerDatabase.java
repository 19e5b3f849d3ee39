package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.expect;

import dev.checklist.Check;
import dev.checklist.Outcome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Shows how checks of one's own are written: a look, an outcome, and what was seen. */
final class TicketerDatabase {
    private static final int SECONDS = 10;

    private final TicketerSettings.Database database;
    private final Check reachable = check("database answers with the release's account", context -> connection());

    TicketerDatabase(TicketerSettings.Database database) {
        this.database = database;
    }

    /** Returns one and the same check each time, so that other lines can require it. */
    Check isReachable() {
        return reachable;
    }

    private Outcome connection() throws SQLException {
        try (Connection connection = connect()) {
            return connection.isValid(SECONDS)
                    ? Outcome.passed("connected as " + database.user())
                            .with("database", connection.getMetaData().getDatabaseProductName())
                    : Outcome.failed("expected a valid connection but the database did not answer");
        }
    }

    Check hasColumns(String table, String... columns) {
        return check("table " + table + " has its columns", context -> {
            try (Connection connection = connect()) {
                List<String> found = columns(connection, table);
                List<String> missing = new ArrayList<>(List.of(columns));
                missing.removeAll(found);
                return missing.isEmpty()
                        ? Outcome.passed("found " + String.join(", ", found))
                        : Outcome.failed("expected " + String.join(", ", columns) + " but missing are " + missing);
            }
        });
    }

    Check hasRows(String table, int least) {
        return check("table " + table + " has rows", context -> {
            long found = number("SELECT count(*) FROM " + table);
            return found >= least
                    ? Outcome.passed(found + " rows in " + table + ", at least " + least + " expected")
                    : Outcome.failed("expected at least " + least + " rows in " + table + " but found " + found);
        });
    }

    Check hasNumber(String what, String sql, long wanted) {
        return check(what, context -> expect(what, wanted, number(sql)));
    }

    private List<String> columns(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) {
                if (table.equalsIgnoreCase(columns.getString("TABLE_NAME"))) {
                    names.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (ResultSet result = statement.executeQuery(sql)) {
                if (!result.next()) {
                    throw new SQLException("the query returned no row");
                }
                return result.getLong(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", database.user());
        account.setProperty("password", database.password());
        return DriverManager.getConnection(database.url(), account);
    }
}
