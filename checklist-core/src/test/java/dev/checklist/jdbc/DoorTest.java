package dev.checklist.jdbc;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looks at how many lines of a run come to one database. */
class DoorTest {
    private static Checklist queries(FakeDatabase database, int count) {
        JdbcChecks checks = JdbcChecks.using(database.source());
        List<Item> lines = IntStream.range(0, count)
                .<Item>mapToObj(
                        i -> checks.query("select number, " + i + " from t").returns(7))
                .toList();
        return checklist("many", section("queries", lines));
    }

    private static FakeDatabase healthy() {
        return PublicCheck.healthy();
    }

    @Test
    void a_database_that_is_away_is_asked_once_and_is_one_cause() {
        FakeDatabase database = Situation.REFUSED.of(PublicCheck.all().get(0));
        Report report = ChecklistRunner.create().run(queries(database, 40));
        assertThat(report.lines()).hasSize(40).allMatch(line -> line.status() == Status.ERROR);
        assertThat(report.causes()).hasSize(1);
        assertThat(database.calls()).isEqualTo(1);
    }

    @Test
    void a_refused_log_in_is_never_tried_again_by_any_line_of_the_run() {
        FakeDatabase database = Situation.LOGIN_REFUSED.of(PublicCheck.all().get(0));
        JdbcChecks checks = JdbcChecks.using(database.source());
        Check first = checks.isReachable().retry(attempts(10).every(Duration.ofSeconds(1)));
        Check later = checks.query("select number").returns(7).retry(attempts(10));
        Report report = CheckTester.create().run(checklist("two", section("one", first), section("two", later)));
        assertThat(database.calls()).isEqualTo(1);
        assertThat(report.result(first).attempts()).hasSize(2);
        assertThat(report.result(later).attempts()).hasSize(2);
    }

    @Test
    void another_run_may_try_again() {
        FakeDatabase database = Situation.LOGIN_REFUSED.of(PublicCheck.all().get(0));
        Check check = JdbcChecks.using(database.source()).isReachable();
        Asked.isNotPermitted("refused the log-in", check);
        Asked.isNotPermitted("refused the log-in", check);
        assertThat(database.calls()).isEqualTo(2);
    }

    @Test
    void at_most_four_connections_are_open_at_once() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore met = new Semaphore(0);
        FakeDatabase database = healthy().striking("select number", connection -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            met.release();
            // Waits until four are there, which they must be able to be.
            if (!met.tryAcquire(4, 10, TimeUnit.SECONDS)) {
                throw new SQLException("fewer than four came");
            }
            met.release(4);
            open.decrementAndGet();
            return "";
        });
        Report report = ChecklistRunner.create().run(queries(database, 40));
        assertThat(report.lines()).allMatch(line -> line.status() == Status.PASSED);
        assertThat(most).hasValue(4);
    }

    @Test
    void a_source_that_hangs_is_called_once_and_its_late_connection_is_closed() throws InterruptedException {
        CountDownLatch late = new CountDownLatch(1);
        FakeDatabase database = healthy().striking(FakeDatabase.CONNECT, connection -> {
            late.await();
            return "";
        });
        Result result = Asked.run(JdbcChecks.using(database.source())
                .isReachable()
                .timeout(Duration.ofMillis(100))
                .retry(attempts(4)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("an earlier call for a connection still hangs");
        assertThat(result.attempts()).hasSize(4);
        assertThat(database.calls()).isEqualTo(1);
        assertThat(database.opened()).isEmpty();
        late.countDown();
        while (database.opened().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(database.isLeftAlone()).isTrue();
    }

    @Test
    void a_line_with_more_time_than_the_one_that_asked_for_all_looks_for_itself() {
        AtomicInteger asked = new AtomicInteger();
        FakeDatabase database =
                healthy().striking("isReadOnly", connection -> asked.incrementAndGet() == 1 ? connection.hang() : "");
        JdbcChecks checks = JdbcChecks.using(database.source());
        Check brief = checks.isReachable().timeout(Duration.ofSeconds(1));
        Check patient = checks.query("select number").returns(7);
        Report report = CheckTester.create().run(checklist("both", brief, patient));
        assertThat(report.result(brief).status()).isEqualTo(Status.ERROR);
        assertThat(report.result(patient).status())
                .as(report.result(patient).message())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void every_attempt_of_a_line_sees_fresh_data() {
        AtomicInteger asked = new AtomicInteger();
        FakeDatabase database = healthy();
        database.answering("select number", FakeAnswer.row(6)).striking("select number", connection -> {
            if (asked.incrementAndGet() == 3) {
                database.answering("select number", FakeAnswer.row(7));
            }
            return "";
        });
        Result result = Asked.run(JdbcChecks.using(database.source())
                .query("select number")
                .returns(7)
                .retry(attempts(5)));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts()).hasSize(3);
    }

    @Test
    void one_connection_given_twice_is_not_two() {
        FakeDatabase database = healthy().answering("pg_backend_pid()", FakeAnswer.row(1));
        Check check = JdbcChecks.using(Lending.once(connection(database))).acceptsConnections(2);
        Asked.isError("the source gave the same one twice", check);
    }

    private static Connection connection(FakeDatabase database) {
        try {
            return database.source().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void of_a_product_that_is_not_known_nothing_is_guessed() {
        JdbcChecks checks = JdbcChecks.using(healthy().product("Oracle").source());
        Asked.isUnsupported("only PostgreSQL, MySQL and MariaDB are known", checks.encryptsSessionsOf("app"));
        Asked.isUnsupported("only of PostgreSQL, MySQL and MariaDB", checks.acceptsConnections(2));
        Asked.passes("found 7", checks.query("select number").returns(7));
    }
}
