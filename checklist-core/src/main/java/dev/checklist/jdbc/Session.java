package dev.checklist.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;

/**
 * Is one connection in a transaction that only reads, that is always rolled back, and whose every step has a time-out.
 */
final class Session implements AutoCloseable {
    private static final int MOST_ROWS = 100;

    private final Door door;
    private final Connection connection;
    private final Deadline deadline;
    private final Guard guard;
    private final Runnable whenClosed;
    private final Manners manners = new Manners();
    private Dialect dialect = Dialect.OTHER;

    private Session(Door door, Connection connection, Deadline deadline, Runnable whenClosed) {
        this.door = door;
        this.connection = connection;
        this.deadline = deadline;
        this.guard = Guard.of(connection, deadline);
        this.whenClosed = whenClosed;
    }

    /** Begins a transaction, or closes the connection if that is not possible. */
    static Session begin(Door door, Connection connection, Deadline deadline, Runnable whenClosed)
            throws UnseenException {
        Session session = new Session(door, connection, deadline, whenClosed);
        boolean begun = false;
        try {
            Session opened = session.look(Session::open);
            begun = true;
            return opened;
        } finally {
            if (!begun) {
                session.leave();
            }
        }
    }

    private Session open() throws SQLException {
        manners.remember(connection);
        try {
            connection.setNetworkTimeout(Runnable::run, deadline.millisWithGrace());
        } catch (SQLFeatureNotSupportedException e) {
            manners.keepsNoNetworkTimeout(); // the guard is there
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        dialect = Dialect.of(String.valueOf(connection.getMetaData().getDatabaseProductName()));
        for (String statement : dialect.opening(deadline.millis())) {
            try (Statement opening = connection.createStatement()) {
                opening.setQueryTimeout(deadline.seconds());
                opening.execute(statement);
            }
        }
        return this;
    }

    /** Looks, and words what the driver throws. */
    <T> T look(Look<T> look) throws UnseenException {
        try {
            return look.at(this);
        } catch (SQLException | RuntimeException e) {
            throw guard.hasStruck()
                    ? new UnseenException(Reason.TIMED_OUT, Reason.TIMED_OUT.words())
                    : Trouble.asking(e);
        }
    }

    /** Asks, and reads what is answered before it is gone; at most 100 rows of it. */
    <T> T query(String sql, List<String> parameters, Reader<T> reader) throws SQLException, UnseenException {
        if (parameters.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                limit(statement);
                return read(statement.executeQuery(sql), reader);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            limit(statement);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            return read(statement.executeQuery(), reader);
        }
    }

    private void limit(Statement statement) throws SQLException {
        statement.setMaxRows(MOST_ROWS);
        statement.setQueryTimeout(deadline.seconds());
    }

    private static <T> T read(ResultSet answer, Reader<T> reader) throws SQLException, UnseenException {
        try (answer) {
            return reader.read(answer);
        }
    }

    Session another() throws UnseenException, InterruptedException {
        return door.another(deadline);
    }

    boolean isAlive() throws SQLException {
        return connection.isValid(deadline.seconds());
    }

    DatabaseMetaData metaData() throws SQLException {
        return connection.getMetaData();
    }

    String catalog() throws SQLException {
        return connection.getCatalog() == null ? "" : connection.getCatalog();
    }

    String schema() throws SQLException {
        return connection.getSchema() == null ? "" : connection.getSchema();
    }

    Dialect dialect() {
        return dialect;
    }

    @Override
    public void close() {
        try {
            leave();
        } finally {
            whenClosed.run();
        }
    }

    /** Rolls back and gives the connection back as it came; one that cannot be is broken off instead. */
    private void leave() {
        try (guard) {
            try {
                manners.restore(connection);
                connection.close();
            } catch (SQLException | RuntimeException e) {
                guard.breakOff();
            }
        }
    }

    /** Looks at a database. */
    @FunctionalInterface
    interface Look<T> {
        T at(Session session) throws SQLException, UnseenException;
    }

    /** Reads an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet answer) throws SQLException, UnseenException;
    }
}
