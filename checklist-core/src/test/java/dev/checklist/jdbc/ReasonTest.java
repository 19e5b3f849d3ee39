package dev.checklist.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
    @ParameterizedTest
    @CsvSource({
        "28P01, 0, LOGIN_REFUSED",
        "28000, 1045, LOGIN_REFUSED",
        "28000, 0, LOGIN_REFUSED",
        "HY000, 1862, LOGIN_REFUSED",
        "HY000, 3118, LOGIN_REFUSED",
        "42501, 0, NOT_PERMITTED",
        "42000, 1044, NOT_PERMITTED",
        "42000, 1142, NOT_PERMITTED",
        "42000, 1227, NOT_PERMITTED",
        "3D000, 0, NO_DATABASE",
        "42000, 1049, NO_DATABASE",
        "42P01, 0, NO_TABLE",
        "42S02, 1146, NO_TABLE",
        "42703, 0, NO_COLUMN",
        "42S22, 1054, NO_COLUMN",
        "25006, 1792, WRITES",
        "57014, 0, TIMED_OUT",
        "70100, 1969, TIMED_OUT",
        "53300, 0, TOO_MANY_CONNECTIONS",
        "08004, 1040, TOO_MANY_CONNECTIONS",
        "42000, 1226, TOO_MANY_CONNECTIONS",
        "08001, 0, UNREACHABLE",
        "57P03, 0, UNREACHABLE",
        "0A000, 0, UNSUPPORTED",
        "42601, 0, UNSEEN",
        "42000, 1064, UNSEEN",
        "22003, 1045, UNSEEN",
        ", 0, UNSEEN",
    })
    void an_exception_is_told_by_its_state_and_mysqls_also_by_its_code(String state, int code, Reason reason) {
        assertThat(Reason.of(new SQLException("x", state, code))).isEqualTo(reason);
    }

    @Test
    void what_a_driver_cannot_do_is_unsupported() {
        assertThat(Reason.of(new SQLFeatureNotSupportedException("x"))).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void what_a_pool_wraps_is_found_in_the_depth_even_behind_a_circle() {
        SQLException login = new SQLException("password=canary", "28P01");
        SQLException pool = new SQLTransientConnectionException("pool timed out", "08001", login);
        login.setNextException(pool);
        assertThat(Trouble.connecting(new RuntimeException("wrapped", pool)))
                .extracting(UnseenException::reason)
                .isEqualTo(Reason.LOGIN_REFUSED);
        SQLException second = new SQLException("batch");
        second.setNextException(new SQLException("x", "42501"));
        assertThat(Trouble.asking(second).reason()).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    void while_connecting_no_word_of_the_driver_is_shown() {
        for (Throwable thrown : new Throwable[] {
            new SQLException("canary", "08001"),
            new SQLException("canary", "canary"),
            new SQLException("canary", null, new UnknownHostException("canary")),
            new SQLException("canary", "08001", new ConnectException("canary")),
            new IllegalArgumentException("canary"),
        }) {
            assertThat(Trouble.connecting(thrown).words())
                    .startsWith("could not look: the database could not be reached (")
                    .doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "syntax error at end of input|syntax error at end of input",
                "cannot use jdbc:postgresql://h/d?user=a&password=canary b|cannot use…",
                "cannot use JDBC:mysql://a:canary@h/d|cannot use…",
                "bad postgres://app:canary@host/x|bad postgres…",
                "option password = canary is bad|option…",
                "db_password: canary|…",
                "token=canary|…",
                "column passenger does not exist|column passenger does not exist",
            })
    void what_a_server_says_is_cut_where_a_secret_may_begin(String said, String shown) {
        assertThat(Said.of(new SQLException(said))).isEqualTo(shown);
    }

    @Test
    void what_a_server_says_is_one_line_of_bounded_length() {
        assertThat(Said.of(new SQLException("one\n\ttwo\u001b[2J three"))).isEqualTo("one two [2J three");
        assertThat(Said.of(new SQLException("x".repeat(1_000_000))))
                .hasSize(201)
                .endsWith("…");
        assertThat(Said.of(new SQLException((String) null))).isEmpty();
    }
}
