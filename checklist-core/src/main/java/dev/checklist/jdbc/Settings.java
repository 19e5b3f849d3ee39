package dev.checklist.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads what servers say of themselves: one row each; settings and counters of MySQL and MariaDB. */
final class Settings {
    private Settings() {}

    /** Tells whether a setting is on; one that the server does not know is not. */
    static boolean isOn(Session session, String variable) throws SQLException, UnseenException {
        try {
            return session.query("select @@global." + variable + " + 0", List.of(), Value::of)
                    .isSameAs(new Value(BigDecimal.ONE));
        } catch (SQLException e) {
            if (e.getErrorCode() == 1193) {
                return false;
            }
            throw e;
        }
    }

    /** Refuses a list of sessions in which some are left out for want of room. */
    static void refuseLostThreads(Session session) throws SQLException, UnseenException {
        if (status(session, "performance_schema_thread_instances_lost") != 0) {
            throw new UnseenException(
                    Reason.UNSEEN,
                    "could not look: performance_schema does not list every session"
                            + " (performance_schema_thread_instances_lost)");
        }
    }

    /** Returns how many connections are open. */
    static long connected(Session session) throws SQLException, UnseenException {
        return status(session, "threads_connected");
    }

    private static long status(Session session, String counter) throws SQLException, UnseenException {
        return session.query(
                "show global status like '" + counter + "'", List.of(), answer -> only(answer, row -> row.getLong(2)));
    }

    /** Reads the one row of an answer. */
    static <T> T only(ResultSet answer, Session.Reader<T> reader) throws SQLException, UnseenException {
        if (!answer.next()) {
            throw new UnseenException(Reason.UNSEEN, "could not look: the server said nothing of itself");
        }
        T read = reader.read(answer);
        if (answer.next()) {
            throw new UnseenException(Reason.UNSEEN, "could not judge: the server said two things of itself");
        }
        return read;
    }
}
