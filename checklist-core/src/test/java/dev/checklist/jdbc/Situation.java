package dev.checklist.jdbc;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** What can become of a database between a line and its answer. */
enum Situation {
    HOLDS,
    DOES_NOT_HOLD,
    EMPTY,
    NULL,
    WRONG_TYPE,
    MORE_ROWS,
    ENDLESS_VALUE,
    MALFORMED,
    NO_TABLE,
    NO_RIGHT,
    STATEMENT_TIME_OUT,
    SILENT,
    DRIVER_BREAKS,
    HANGS_UP,
    REFUSED,
    NO_DATABASE,
    LOGIN_REFUSED,
    TOO_MANY_CONNECTIONS,
    NO_CONNECTION,
    CONNECTING_HANGS;

    private static final String URL = " jdbc:fake://app:canary-in-url@host/db?password=canary-in-parameter x";

    FakeDatabase of(PublicCheck check) {
        FakeDatabase database = PublicCheck.healthy();
        FakeAnswer answer = database.answer(check.deciding());
        return switch (this) {
            case HOLDS -> database;
            case DOES_NOT_HOLD ->
                database.answering(check.deciding(), check.broken().apply(answer));
            case EMPTY -> database.answering(check.deciding(), answer.empty());
            case NULL -> database.answering(check.deciding(), answer.full(null));
            case WRONG_TYPE -> database.answering(check.deciding(), answer.full(wrong(answer)));
            case MORE_ROWS -> database.answering(check.deciding(), answer.twice());
            case ENDLESS_VALUE -> database.answering(check.deciding(), answer.full(FakeAnswer.ENDLESS));
            case MALFORMED -> database.answering(check.deciding(), answer.full(new byte[] {1}));
            case NO_TABLE -> database.striking(check.deciding(), failing("42P01"));
            case NO_RIGHT -> database.striking(check.deciding(), failing("42501"));
            case STATEMENT_TIME_OUT ->
                database.striking(check.deciding(), connection -> {
                    throw new SQLTimeoutException("canceled" + URL);
                });
            case SILENT -> database.striking(check.deciding(), FakeDatabase.FakeConnection::hang);
            case DRIVER_BREAKS ->
                database.striking(check.deciding(), connection -> {
                    throw new IllegalStateException("bug" + URL);
                });
            case HANGS_UP -> database.striking(check.deciding(), failing("08006"));
            case REFUSED ->
                database.striking(FakeDatabase.CONNECT, connection -> {
                    throw new SQLException("no" + URL, "08001", new ConnectException("Connection refused" + URL));
                });
            case NO_DATABASE -> database.striking(FakeDatabase.CONNECT, failing("3D000"));
            case LOGIN_REFUSED -> database.striking(FakeDatabase.CONNECT, failing("28P01"));
            case TOO_MANY_CONNECTIONS -> database.striking(FakeDatabase.CONNECT, failing("53300"));
            case NO_CONNECTION -> database.striking(FakeDatabase.CONNECT, connection -> null);
            case CONNECTING_HANGS -> database.striking(FakeDatabase.CONNECT, FakeDatabase.FakeConnection::hang);
        };
    }

    /** A text where something else is expected, and a number where a text is. */
    private static Object wrong(FakeAnswer answer) {
        return answer.rows().get(0).get(0) instanceof String ? 5 : "many";
    }

    private static FakeDatabase.Fault failing(String state) {
        return connection -> {
            throw new SQLException("driver said" + URL, state);
        };
    }
}
