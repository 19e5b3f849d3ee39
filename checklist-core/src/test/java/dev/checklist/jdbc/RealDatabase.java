package dev.checklist.jdbc;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.jdbc.Asked.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What holds on every real database. */
abstract class RealDatabase {
    /** Returns where the server listens, on 127.0.0.1. */
    abstract int port();

    /** Returns the account "app", asked through another port. */
    abstract DataSource appAt(int port) throws SQLException;

    /** Returns an account that needs {@link #password}, with this one. */
    abstract DataSource locked(String password);

    abstract String password();

    /** Returns the SQLSTATE by which the server refuses a log-in. */
    abstract String refusal();

    @Test
    void a_wrong_password_is_sent_once_and_shown_nowhere() {
        Result result =
                run(JdbcChecks.using(locked("wrong-canary-77")).isReachable().retry(attempts(5)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
        assertThat(result.message())
                .contains("the database refused the log-in (SQLSTATE " + refusal(), "nobody logs in again in this run");
        assertThat(result.attempts()).hasSize(2);
        assertThat(result.toString()).doesNotContain("canary");
        assertThat(run(JdbcChecks.using(locked(password())).isReachable()).message())
                .doesNotContain("log-in");
    }

    @Test
    void a_network_that_falls_silent_in_the_middle_is_left_at_the_time_limit() throws Exception {
        try (Relay relay = Relay.to(port(), "frozen")) {
            JdbcChecks db = JdbcChecks.using(appAt(relay.port()));
            Report report = ChecklistRunner.create()
                    .run(checklist(
                            "one", db.query("select 'frozen'").returns("frozen").timeout(Duration.ofSeconds(2))));
            Result result = report.lines().get(0);
            assertThat(result.status()).as(result.message()).isEqualTo(Status.ERROR);
            assertThat(result.message()).endsWith("could not look: the database gave no answer within the time limit");
            assertThat(report.abandonedProbes()).isZero();
        }
    }
}
