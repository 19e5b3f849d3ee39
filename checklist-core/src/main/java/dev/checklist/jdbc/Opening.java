package dev.checklist.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Is one call for a connection, on a thread of its own: no driver can be told to give up while it connects. */
final class Opening {
    private final CompletableFuture<Connection> connection = new CompletableFuture<>();
    private final Thread thread;

    private Opening(DataSource source) {
        thread = new Thread(() -> open(source), "checklist-jdbc-connect");
        thread.setDaemon(true);
    }

    static Opening of(DataSource source) {
        Opening opening = new Opening(source);
        opening.thread.start();
        return opening;
    }

    private void open(DataSource source) {
        try {
            Connection opened = source.getConnection();
            if (opened == null) {
                throw new SQLException("the data source gave null instead of a connection");
            }
            if (!connection.complete(opened)) {
                opened.close(); // nobody waits for it any more
            }
        } catch (Throwable e) { // foreign code: whoever waits is told
            connection.completeExceptionally(e);
        }
    }

    boolean hangs() {
        return connection.isCancelled() && thread.isAlive();
    }

    Connection await(Deadline deadline) throws UnseenException, InterruptedException {
        boolean taken = false;
        try {
            Connection opened = connection.get(deadline.nanos(), TimeUnit.NANOSECONDS);
            taken = true;
            return opened;
        } catch (TimeoutException e) {
            throw new UnseenException(
                    Reason.TIMED_OUT, "could not look: no connection was given within the time limit");
        } catch (ExecutionException e) {
            taken = true;
            throw Trouble.connecting(e.getCause() == null ? e : e.getCause());
        } finally {
            if (!taken && !connection.cancel(false)) {
                // It came in the very moment we gave up.
                var unused = connection.thenAccept(Opening::giveBack);
            }
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
