package dev.checklist.examples.settings;

import dev.checklist.jdbc.JdbcChecks;
import java.util.List;
import java.util.Optional;

/** Is a database: a JDBC URL without a password, and the account. */
public record DatabaseSettings(String url, String user, String password) {
    /** Every name that a settings file may have for it. */
    public static final List<String> NAMES = List.of("jdbc.password", "jdbc.url", "jdbc.user");

    /** Takes the values by the names of the settings file. */
    public static DatabaseSettings of(Values given) {
        return new DatabaseSettings(given.jdbcUrl("jdbc.url"), given.text("jdbc.user"), given.secret("jdbc.password"));
    }

    /** Takes them, or nothing where {@code jdbc.url} is none. */
    public static Optional<DatabaseSettings> orNone(Values given) {
        return given.isNone("jdbc.url") ? Optional.empty() : Optional.of(of(given));
    }

    /** Asks the database. */
    public JdbcChecks checks() {
        return JdbcChecks.using(new DriverSource(url, user, password));
    }

    @Override
    public String toString() {
        return "database of " + user;
    }
}
