package dev.checklist.jdbc;

import static dev.checklist.jdbc.Asked.fails;
import static dev.checklist.jdbc.Asked.isError;
import static dev.checklist.jdbc.Asked.isNotPermitted;
import static dev.checklist.jdbc.Asked.passes;
import static dev.checklist.jdbc.Asked.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** Asks a real MariaDB. */
class MariaDbTest extends RealDatabase {
    private static MariaDb server;

    @BeforeAll
    static void start() {
        server = MariaDb.running();
    }

    private static JdbcChecks db(String user) {
        return JdbcChecks.using(server.as(user));
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    DataSource appAt(int port) throws SQLException {
        return new MariaDbDataSource(
                "jdbc:mariadb://127.0.0.1:" + port + "/shop?user=app&password=app&sslMode=disable");
    }

    @Override
    DataSource locked(String password) {
        return server.source("locked", password, "disable");
    }

    @Override
    String password() {
        return MariaDb.PASSWORD;
    }

    @Override
    String refusal() {
        return "28000";
    }

    @Test
    void a_database_that_answers_is_reachable_and_says_who_it_is() {
        Result result = run(db("app").isReachable());
        assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
        assertThat(result.evidence())
                .containsEntry("database", "shop")
                .hasEntrySatisfying("account", account -> assertThat(account).contains("app"))
                .hasEntrySatisfying("server", product -> assertThat(product).startsWith("MariaDB 11.4.5"));
    }

    @Test
    void a_query_is_compared_by_kind_and_value() {
        passes("found \"shop\"", db("app").query("select database()").returns("shop"));
        passes("found 3", db("app").query("select 3").returns(3));
        passes("found 2.50", db("app").query("select 2.50").returnsAtMost(2.5));
        passes("found 1", db("app").query("select 1 = 1").returns(true));
        passes(
                "found 7",
                db("app")
                        .query("with one as (select 7 as n) select `n` from one")
                        .returns(7));
        fails("expected true but found 0", db("app").query("select 1 = 2").returns(true));
        fails("expected 4 but found 3", db("app").query("select 3").returns(4));
        fails(
                "returned no row",
                db("app").query("select 1 from dual where 1 = 2").returns(1));
        fails("returned null", db("app").query("select null").returnsAtMost(1));
        isError("where a number is wanted", db("app").query("select '3'").returns(3));
        isError("2 columns", db("app").query("show variables like 'version'").returns("11"));
        isError(
                "more than 65536 characters",
                db("app").query("select repeat('x', 5000000)").returns("x"));
        isError(
                "You have an error in your SQL syntax",
                db("app").query("select from where").returns("x"));
    }

    @Test
    void what_is_not_there_is_failed_and_what_may_not_be_read_is_not_permitted() {
        server.run("create table shop.hidden (id int)");
        fails("no such table", db("app").query("select count(*) from nowhere").returnsAtLeast(0));
        fails("no such column", db("app").query("select nothing from hidden").returns(1));
        fails(
                "does not exist",
                JdbcChecks.using(server.of("/nobase?user=root&password=root&sslMode=disable"))
                        .isReachable());
        isNotPermitted("the account may not look there", db("reader").isReachable());
        isNotPermitted(
                "the account may not look there",
                JdbcChecks.using(server.of("/?user=reader&password=reader&sslMode=disable"))
                        .query("select count(*) from shop.hidden")
                        .returns(0));
        isError(
                "the connection has no database: name it",
                JdbcChecks.using(server.of("/?user=reader&password=reader&sslMode=disable"))
                        .table("hidden")
                        .exists());
    }

    @Test
    void a_function_that_writes_is_stopped_by_the_transaction_that_only_reads() {
        server.run(
                "create table shop.caught (id int)",
                "create function shop.trap() returns int begin insert into shop.caught values (1); return 1; end");
        isError("the statement would write", db("app").query("select trap()").returns(1));
        passes("found 0", db("app").query("select count(*) from caught").returns(0));
    }

    @Test
    void a_query_that_takes_too_long_is_ended_within_the_time_of_the_line() {
        isError(
                "within the time limit",
                db("app")
                        .query("select benchmark(2000000000, sha2('x', 256))")
                        .returns(0)
                        .timeout(Duration.ofMillis(800)));
    }

    @Test
    void tables_and_columns_are_those_of_the_database_of_the_connection() {
        server.run(
                "create database other",
                "create table other.elsewhere (id int)",
                "create table shop.`Ticket` (id int, `eventId` int)",
                "create table shop.my_events (id int)",
                "insert into shop.my_events values (1), (2), (3)",
                "create view shop.seen as select 1 as one");
        passes("found TABLE Ticket", db("app").table("Ticket").exists());
        passes("found VIEW seen", db("app").table("seen").exists());
        passes("found TABLE elsewhere", db("root").table("other", "elsewhere").exists());
        passes("found columns id, eventId", db("app").table("Ticket").hasColumns("id", "eventId"));
        passes("counted 3", db("app").table("my_events").hasRowsAtLeast(3));
        passes("counted 2", db("app").table("shop", "my_events").hasRowsAtLeast(2));
        fails(
                "found no table or view elsewhere in shop",
                db("app").table("elsewhere").exists());
        fails("found no table or view ticket", db("app").table("ticket").exists());
        fails("found no table", db("app").table("myXevents").exists());
        fails("found no table", db("app").table("other", "elsewhere").exists());
        fails("found none called price", db("app").table("Ticket").hasColumns("id", "price"));
        fails("counted 3", db("app").table("my_events").hasRowsAtLeast(4));
        fails("no such table", db("app").table("x`; drop table my_events; --").hasRowsAtLeast(1));
    }

    @Test
    void sessions_of_an_account_are_judged_and_not_our_own() throws SQLException {
        server.run("create user busy@'127.0.0.1' identified by 'busy'", "grant all on shop.* to busy@'127.0.0.1'");
        server.run(
                "create user watcher@'127.0.0.1' identified by 'watcher'",
                "grant select on performance_schema.* to watcher@'127.0.0.1'",
                "grant select on shop.* to watcher@'127.0.0.1'");
        Check check = db("watcher").encryptsSessionsOf("busy");
        fails("no session of that account now", check);
        DataSource withTls = server.withTlsAs("busy");
        try (Connection first = withTls.getConnection();
                Connection second = withTls.getConnection()) {
            passes("2 sessions of busy, each with TLS", check);
            isNotPermitted(
                    "may not SELECT from performance_schema.threads, and require_secure_transport is not ON",
                    db("app").encryptsSessionsOf("busy"));
            server.run("grant select on performance_schema.* to busy@'127.0.0.1'");
            isError("may be of this list's own pool", JdbcChecks.using(withTls).encryptsSessionsOf("busy"));
            try (Connection plain = server.as("busy").getConnection()) {
                fails("1 of 3 run without it", check);
                assertThat(plain.isValid(5)).isTrue();
            }
            assertThat(first.isValid(5) && second.isValid(5)).isTrue();
        }
    }

    @Test
    void a_server_that_refuses_what_is_not_encrypted_needs_no_look_at_sessions() throws SQLException {
        try (Connection admin = server.withTlsAs("root").getConnection();
                var statement = admin.createStatement()) {
            statement.execute("set global require_secure_transport = on");
            try {
                Result result = run(JdbcChecks.using(server.withTlsAs("app")).encryptsSessionsOf("anybody"));
                assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
                assertThat(result.message()).contains("require_secure_transport is ON");
                assertThat(result.warnings())
                        .containsExactly("no session of anybody was seen: the account may not SELECT from"
                                + " performance_schema.threads");
                // who may look must see one
                fails(
                        "no session of that account now",
                        JdbcChecks.using(server.withTlsAs("root")).encryptsSessionsOf("anybody"));
            } finally {
                statement.execute("set global require_secure_transport = off");
            }
        }
    }

    @Test
    void a_few_connections_are_opened_at_once_where_there_is_room() {
        passes("opened 3 connections at once, each another", db("app").acceptsConnections(3));
        server.run("create user narrow@'127.0.0.1' identified by 'narrow' with max_user_connections 2");
        server.run("grant select on shop.* to narrow@'127.0.0.1'");
        fails("only 2 were opened", db("narrow").acceptsConnections(3));
        server.run("set global max_connections = 12");
        isError("did not try", db("app").acceptsConnections(3));
        server.run("set global max_connections = 151");
    }

    @Test
    void migrations_are_read_with_the_booleans_that_this_database_has() {
        server.run(
                "create table shop.flyway_schema_history (installed_rank int primary key, version varchar(50),"
                        + " type varchar(20) not null, script varchar(1000) not null, success bool not null)",
                "insert into shop.flyway_schema_history values (1, '1', 'SQL', 'V1__init.sql', 1)");
        passes("1 migrations", db("app").flywayMigrations().areApplied("V1__init.sql"));
        fails("missing are: V2__more.sql", db("app").flywayMigrations().areApplied("V1__init.sql", "V2__more.sql"));
        server.run("insert into shop.flyway_schema_history values (2, '2', 'SQL', 'V2__more.sql', 0)");
        fails("failed or unfinished: V2__more.sql", db("app").flywayMigrations().areApplied("V1__init.sql"));
        server.run(
                "create table shop._prisma_migrations (id varchar(36) primary key, finished_at datetime(3),"
                        + " migration_name varchar(255) not null, rolled_back_at datetime(3))",
                "insert into shop._prisma_migrations values ('1', now(), '20260101_init', null)");
        passes("1 migrations", db("app").prismaMigrations().areApplied("20260101_init"));
        fails("missing are: 20260201", db("app").prismaMigrations().areApplied("20260201"));
    }
}
