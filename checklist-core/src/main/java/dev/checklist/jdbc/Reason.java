package dev.checklist.jdbc;

import dev.checklist.Outcome;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells apart why nothing was seen, by SQLSTATE (ISO 9075) and, where MySQL and MariaDB have one for many, their code. */
enum Reason {
    /** What is asked about is not there. */
    ABSENT("found nothing"),
    NO_DATABASE("the database of that name does not exist"),
    NO_TABLE("there is no such table"),
    NO_COLUMN("there is no such column"),
    /** Ends the retries, and nobody logs in again in this run: accounts lock. */
    LOGIN_REFUSED("the database refused the log-in"),
    NOT_PERMITTED("the account may not look there"),
    UNSUPPORTED("the driver cannot do that"),
    WRITES("the statement would write, and only reading is allowed"),
    TIMED_OUT("could not look: the database gave no answer within the time limit"),
    TOO_MANY_CONNECTIONS("could not look: the database takes no more connections"),
    UNREACHABLE("could not look: the database could not be reached"),
    UNSEEN("could not look: the database answered with an error");

    private static final Set<Integer> LOGIN = Set.of(1045, 1698, 1820, 1862, 3118, 3878, 4151);
    private static final Set<Integer> RIGHTS = Set.of(1044, 1142, 1143, 1227, 1370);
    private static final Set<Integer> CROWDED = Set.of(1040, 1203, 1226);

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Outcome outcome(String text) {
        return switch (this) {
            case ABSENT, NO_DATABASE, NO_TABLE, NO_COLUMN -> Outcome.failed(text);
            case LOGIN_REFUSED -> Outcome.notPermitted(text).conclusively();
            case NOT_PERMITTED -> Outcome.notPermitted(text);
            case UNSUPPORTED -> Outcome.unsupported(text);
            case WRITES, TIMED_OUT, TOO_MANY_CONNECTIONS, UNREACHABLE, UNSEEN -> Outcome.error(text);
        };
    }

    /** Tells whether the table or column that is asked for is missing. */
    boolean isAbsence() {
        return this == NO_TABLE || this == NO_COLUMN;
    }

    /** Tells the reason of one exception of a driver; {@link #UNSEEN} if it is not known. */
    static Reason of(SQLException e) {
        if (e instanceof SQLTimeoutException) {
            return TIMED_OUT;
        }
        if (e instanceof SQLFeatureNotSupportedException) {
            return UNSUPPORTED;
        }
        String state = e.getSQLState();
        Reason byCode = byCode(state, e.getErrorCode());
        return byCode == UNSEEN && state != null ? byState(state) : byCode;
    }

    private static Reason byCode(@Nullable String state, int code) {
        boolean isMany =
                state == null || Set.of("42000", "HY000", "08004", "08000").contains(state);
        if (!isMany) {
            return UNSEEN;
        }
        if (LOGIN.contains(code)) {
            return LOGIN_REFUSED;
        }
        if (RIGHTS.contains(code)) {
            return NOT_PERMITTED;
        }
        if (CROWDED.contains(code)) {
            return TOO_MANY_CONNECTIONS;
        }
        return code == 1049 ? NO_DATABASE : UNSEEN;
    }

    private static Reason byState(String state) {
        return switch (state) {
            case "42501" -> NOT_PERMITTED;
            case "3D000", "3F000" -> NO_DATABASE;
            case "42P01", "42S02", "42S03", "42S04" -> NO_TABLE;
            case "42703", "42S22" -> NO_COLUMN;
            case "25006" -> WRITES;
            case "57014", "70100", "HYT00", "HYT01" -> TIMED_OUT;
            case "53300" -> TOO_MANY_CONNECTIONS;
            default -> byClass(state);
        };
    }

    private static Reason byClass(String state) {
        if (state.startsWith("28")) {
            return LOGIN_REFUSED;
        }
        if (state.startsWith("0A")) {
            return UNSUPPORTED;
        }
        return state.startsWith("08") || state.startsWith("57P") ? UNREACHABLE : UNSEEN;
    }
}
