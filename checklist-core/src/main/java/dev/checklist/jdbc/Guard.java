package dev.checklist.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Breaks a connection off at the deadline: a driver in the middle of a read hears of nothing else. */
final class Guard implements AutoCloseable {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Connection connection;

    private Guard(Connection connection) {
        this.connection = connection;
    }

    static Guard of(Connection connection, Deadline deadline) {
        Guard guard = new Guard(connection);
        var unused = guard.end
                .orTimeout(Math.max(1, deadline.nanos()), TimeUnit.NANOSECONDS)
                .whenCompleteAsync(
                        (nothing, late) -> {
                            if (late instanceof TimeoutException) {
                                guard.breakOff();
                            }
                        },
                        Guard::start);
        return guard;
    }

    boolean hasStruck() {
        return end.isCompletedExceptionally();
    }

    /** Ends the connection without waiting for the server, so that no pool hands it out again. */
    void breakOff() {
        try {
            connection.abort(Guard::start);
        } catch (SQLException | RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        end.complete(null);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "checklist-jdbc-guard");
        thread.setDaemon(true);
        thread.start();
    }
}
