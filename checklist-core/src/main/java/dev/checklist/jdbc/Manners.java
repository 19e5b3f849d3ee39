package dev.checklist.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** Remembers how a connection came, so that it goes back to its pool like that. */
final class Manners {
    private boolean known;
    private boolean readOnly;
    private boolean autoCommit;
    private int networkTimeout = -1;

    void remember(Connection connection) throws SQLException {
        readOnly = connection.isReadOnly();
        autoCommit = connection.getAutoCommit();
        try {
            networkTimeout = connection.getNetworkTimeout();
        } catch (SQLFeatureNotSupportedException e) {
            keepsNoNetworkTimeout();
        }
        known = true;
    }

    void keepsNoNetworkTimeout() {
        networkTimeout = -1;
    }

    void restore(Connection connection) throws SQLException {
        if (!known) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
        connection.setReadOnly(readOnly);
        if (networkTimeout >= 0) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
    }
}
