package dev.checklist.jdbc;

import dev.checklist.Outcome;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Is who answered.
 *
 * @param product such as {@code PostgreSQL 18.1}
 * @param account the name under which we are logged in
 * @param catalog the name of the database; empty if none is selected
 */
record Facts(String product, String account, String catalog) {

    static Facts of(DatabaseMetaData data, @Nullable String catalog) throws SQLException {
        return new Facts(
                text(data.getDatabaseProductName()) + " " + text(data.getDatabaseProductVersion()),
                text(data.getUserName()),
                text(catalog));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : Said.line(value, 100);
    }

    Outcome seen(Outcome outcome) {
        Outcome seen = outcome.with("server", product).with("account", account);
        return catalog.isEmpty() ? seen : seen.with("database", catalog);
    }
}
