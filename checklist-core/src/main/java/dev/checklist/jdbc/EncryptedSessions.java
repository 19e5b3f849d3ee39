package dev.checklist.jdbc;

import dev.checklist.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Is what a server shows of the sessions of an account, ours apart.
 *
 * @param all how many there are
 * @param plain those that are not encrypted
 * @param unknown those of which we may not know
 * @param maybeOurs those with our own account and address, which may be of our own pool
 */
record EncryptedSessions(long all, long plain, long unknown, long maybeOurs) {
    /** A Unix socket has no TLS, and counts as plain. Parallel workers are no sessions of their own. */
    private static final String POSTGRESQL = """
            select count(*),
                   count(*) filter (where not s.ssl),
                   count(*) filter (where s.ssl is null),
                   count(*) filter (where a.usename = session_user
                                      and a.client_addr is not distinct from inet_client_addr())
              from pg_stat_activity a left join pg_stat_ssl s on s.pid = a.pid
             where a.usename = ? and a.pid <> pg_backend_pid()
               and (a.backend_type is null or a.backend_type in ('client backend', 'walsender'))""";

    private static final String MYSQL = """
            select count(*),
                   sum(connection_type <> 'SSL/TLS'),
                   sum(connection_type is null),
                   sum(processlist_user = substring_index(session_user(), '@', 1)
                       and processlist_host = substring_index(session_user(), '@', -1))
              from performance_schema.threads
             where type = 'FOREGROUND' and processlist_user = ? and processlist_id <> connection_id()""";

    static Outcome of(Session session, String user) throws SQLException, UnseenException {
        return switch (session.dialect()) {
            case POSTGRESQL -> ofPostgresql(session, user);
            case MYSQL -> ofMysql(session, user);
            case OTHER ->
                Outcome.unsupported("expected the sessions of " + user
                        + " but only PostgreSQL, MySQL and MariaDB are known to show them");
        };
    }

    private static Outcome ofPostgresql(Session session, String user) throws SQLException, UnseenException {
        try {
            return session.query(POSTGRESQL, List.of(user), EncryptedSessions::read)
                    .judge(user, "membership in pg_read_all_stats");
        } catch (SQLException e) {
            if (!Reason.of(e).isAbsence()) {
                throw e;
            }
            return Outcome.unsupported(
                    "expected the sessions of " + user + " but this server has no pg_stat_activity or pg_stat_ssl");
        }
    }

    private static Outcome ofMysql(Session session, String user) throws SQLException, UnseenException {
        String unread;
        try {
            if (Settings.isOn(session, "performance_schema")) {
                Settings.refuseLostThreads(session);
                return session.query(MYSQL, List.of(user), EncryptedSessions::read)
                        .judge(user, "the right to SELECT from performance_schema.threads");
            }
            unread = "performance_schema is off";
        } catch (SQLException e) {
            Reason reason = Reason.of(e);
            if (reason != Reason.NOT_PERMITTED && !reason.isAbsence()) {
                throw e;
            }
            unread = reason.isAbsence()
                    ? "this server has no performance_schema.threads.connection_type"
                    : "the account may not SELECT from performance_schema.threads";
        }
        return Settings.isOn(session, "require_secure_transport")
                ? Outcome.passed("the server refuses connections without TLS (require_secure_transport is ON)")
                        .warning("no session of " + user + " was seen: " + unread)
                : unreadable(user, unread);
    }

    private static Outcome unreadable(String user, String unread) {
        return Outcome.notPermitted(
                "expected the sessions of " + user + " but " + unread + ", and require_secure_transport is not ON");
    }

    private static EncryptedSessions read(ResultSet answer) throws SQLException, UnseenException {
        return Settings.only(
                answer, row -> new EncryptedSessions(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** Judges what is known to be plain first, then what is not known. */
    Outcome judge(String user, String right) {
        String expected = "expected sessions of " + user + ", all of them with TLS, but ";
        if (all == 0) {
            return Outcome.failed(expected + "the server has no session of that account now");
        }
        if (plain > 0) {
            return Outcome.failed(expected + plain + " of " + all + " run without it");
        }
        if (unknown > 0) {
            return Outcome.notPermitted(
                    expected + unknown + " of " + all + " could not be looked into: the account lacks " + right);
        }
        if (maybeOurs == all) {
            return Outcome.error(expected + "all " + all + " have our own account and address, so they may be of this"
                    + " list's own pool: look with another account");
        }
        return Outcome.passed(all + (all == 1 ? " session of " : " sessions of ") + user + ", each with TLS");
    }
}
