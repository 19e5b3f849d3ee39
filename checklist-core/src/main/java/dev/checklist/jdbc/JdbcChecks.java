package dev.checklist.jdbc;

import dev.checklist.Check;
import dev.checklist.Outcome;
import javax.sql.DataSource;

/**
 * Makes checks of a database. Only reads, and is careful with servers in use.
 *
 * <p>Immutable and safe to share; the source stays the caller's to close. Every look has one connection, of which there
 * are at most 4 at once, in a transaction that is read only and rolled back, with a statement time-out and at most 100
 * rows; at the time limit of the line the connection is broken off. Lines that fall due together share the first look
 * at who answers, so that a database that is away is one cause.
 *
 * <p>A missing database, table or column is FAILED. A refused log-in and a missing right are an ERROR "not permitted";
 * after a refused log-in nobody tries again in that run, since accounts lock. A database that cannot be reached, or is
 * silent, is an ERROR. What drivers say while they connect is never shown, since it may quote a URL with its password.
 *
 * <p>PostgreSQL, MySQL and MariaDB are known; of others, predicates that need to know the product are an ERROR
 * "unsupported". A pool should give up sooner than the line does (its connection time-out below 30 s by default).
 */
public final class JdbcChecks {
    private static final int MOST_CONNECTIONS = 5;

    private final Database database;
    private final String name;

    private JdbcChecks(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** Looks at the database to which the source connects. */
    public static JdbcChecks using(DataSource source) {
        if (source == null) {
            throw new IllegalArgumentException("source is null: give what opens connections");
        }
        return new JdbcChecks(new Database(source), "database");
    }

    /** Names the database in the lines and their keys, where a list looks at more than one. */
    public JdbcChecks named(String shown) {
        return new JdbcChecks(database, "database " + Names.text("shown", shown));
    }

    /** Passes when the database answers on a connection, with the account of the source. */
    public Check isReachable() {
        return check("is reachable", "is reachable", "an answer from the database", session -> {
            if (!session.isAlive()) {
                throw new UnseenException(Reason.UNREACHABLE, Reason.UNREACHABLE.words());
            }
            return Outcome.passed("the database answered");
        });
    }

    /**
     * Passes when the account has sessions now, seen by the server, and each is encrypted with TLS; our own connection
     * proves nothing about the application's. Nobody logs in without TLS to find out.
     *
     * <p>PostgreSQL: pg_stat_activity and pg_stat_ssl, which show others' sessions to members of pg_read_all_stats.
     * MySQL and MariaDB: performance_schema.threads; where that cannot be read, {@code require_secure_transport} = ON
     * passes with a warning. Sessions that may be our own pool's, by account and address, prove nothing.
     */
    public Check encryptsSessionsOf(String user) {
        String account = Names.text("user", user);
        String expected = "sessions of " + account + ", all of them with TLS";
        return Check.of(
                name + " encrypts sessions",
                account,
                name + " encrypts the sessions of " + account,
                new Look(database, expected, session -> EncryptedSessions.of(session, account)));
    }

    /** Passes when 5 connections can be open at once, as {@link #acceptsConnections(int)} does. */
    public Check acceptsConnections() {
        return acceptsConnections(MOST_CONNECTIONS);
    }

    /**
     * Passes when so many connections of the source, each another session of the server, are open at once; they are
     * closed at the end. An ERROR, with one connection opened, where these were more than a tenth of those that the
     * server has left. Says something about the server and our source, nothing about the application's pool.
     *
     * @param connections between 1 and 5
     */
    public Check acceptsConnections(int connections) {
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "connections is " + connections + ": expected between 1 and " + MOST_CONNECTIONS);
        }
        return check(
                "accepts connections",
                "accepts " + connections + " connections",
                connections + " connections at once",
                session -> OpenConnections.of(session, connections));
    }

    /**
     * Names what a query returns: one row with one column.
     *
     * @param sql a single SELECT, SHOW or WITH ... SELECT without comments, backslashes and braces. What a function
     *     does cannot be seen: the read-only transaction holds it, and best the account's rights
     * @throws IllegalArgumentException if it is anything else
     */
    public QueryChecks query(String sql) {
        return new QueryChecks(this, Sql.reading(sql));
    }

    /** Names a table or view of the connection's schema, in the exact spelling in which the database keeps it. */
    public TableChecks table(String table) {
        return new TableChecks(this, new TableName(null, Names.text("table", table)));
    }

    /** Names a table or view of a schema; of a database, where MySQL calls it so. */
    public TableChecks table(String schema, String table) {
        return new TableChecks(this, new TableName(Names.text("schema", schema), Names.text("table", table)));
    }

    /** Names what Prisma Migrate keeps in {@code _prisma_migrations}. */
    public PrismaMigrations prismaMigrations() {
        return new PrismaMigrations(this);
    }

    /** Names what Flyway keeps in {@code flyway_schema_history}. */
    public FlywayMigrations flywayMigrations() {
        return new FlywayMigrations(this);
    }

    Check check(String predicate, String words, String expected, Session.Look<Outcome> look) {
        return Check.of(name + " " + predicate, name + " " + words, new Look(database, expected, look));
    }
}
