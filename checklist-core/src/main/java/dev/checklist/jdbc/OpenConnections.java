package dev.checklist.jdbc;

import dev.checklist.Outcome;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Opens a few connections at once, if the server has plenty left. */
final class OpenConnections {
    private OpenConnections() {}

    static Outcome of(Session session, int wanted) throws SQLException, UnseenException {
        String expected = "expected " + wanted + " connections at once but ";
        if (session.dialect() == Dialect.OTHER) {
            return Outcome.unsupported(
                    expected + "only of PostgreSQL, MySQL and MariaDB it is known how many they have left");
        }
        Room room;
        try {
            room = Room.of(session);
        } catch (SQLException e) {
            if (!Reason.of(e).isAbsence()) {
                throw e;
            }
            return Outcome.unsupported(expected + "this server does not say how many connections it has left");
        }
        if (wanted > room.spare()) {
            return Outcome.error(expected + "did not try: " + room.inUse() + " of " + room.most()
                    + " are in use, and more than a tenth of the rest is too much to ask");
        }
        return opened(session, wanted, expected)
                .with("max_connections", room.most())
                .with("in use", room.inUse());
    }

    private static Outcome opened(Session first, int wanted, String expected) throws SQLException, UnseenException {
        Set<String> seen = new HashSet<>(Set.of(Room.sessionId(first)));
        Deque<Session> more = new ArrayDeque<>();
        try {
            while (more.size() < wanted - 1) {
                more.push(first.another());
                seen.add(more.element().look(Room::sessionId));
            }
        } catch (UnseenException e) {
            return e.reason() == Reason.TOO_MANY_CONNECTIONS
                    ? Outcome.failed(expected + "only " + (more.size() + 1) + " were opened: " + e.words())
                    : e.reason().outcome(expected + e.words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.error(expected + "the look was ended");
        } finally {
            more.forEach(Session::close);
        }
        return seen.size() == wanted
                ? Outcome.passed("opened " + wanted + " connections at once, each another session of the server")
                : Outcome.error(expected + "the source gave the same one twice");
    }

    /**
     * Is how much room a server has.
     *
     * @param most max_connections, less what is kept for administrators
     */
    record Room(long most, long inUse) {
        static Room of(Session session) throws SQLException, UnseenException {
            String sql = session.dialect() == Dialect.POSTGRESQL ? """
                      select current_setting('max_connections')::int
                               - current_setting('superuser_reserved_connections')::int
                               - coalesce(current_setting('reserved_connections', true), '0')::int,
                             (select count(*) from pg_stat_activity
                               where backend_type is null or backend_type in ('client backend', 'walsender'))""" : "select @@global.max_connections, 0";
            Room room = session.query(
                    sql, List.of(), answer -> Settings.only(answer, row -> new Room(row.getLong(1), row.getLong(2))));
            return session.dialect() == Dialect.POSTGRESQL ? room : new Room(room.most(), Settings.connected(session));
        }

        /** Returns a tenth of what is left. */
        long spare() {
            return Math.max(0, most - inUse) / 10;
        }

        static String sessionId(Session session) throws SQLException, UnseenException {
            String sql = session.dialect() == Dialect.POSTGRESQL ? "select pg_backend_pid()" : "select connection_id()";
            return session.query(sql, List.of(), Value::of).toString();
        }
    }
}
