package dev.checklist.jdbc;

import static dev.checklist.jdbc.Asked.fails;
import static dev.checklist.jdbc.Asked.isError;
import static dev.checklist.jdbc.Asked.isNotPermitted;
import static dev.checklist.jdbc.Asked.isUnsupported;
import static dev.checklist.jdbc.Asked.passes;
import static dev.checklist.jdbc.Asked.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks a real PostgreSQL. */
class PostgresTest extends RealDatabase {
    private static Postgres server;

    @BeforeAll
    static void start() {
        server = Postgres.running();
    }

    private static JdbcChecks db(String user) {
        return JdbcChecks.using(server.as(user));
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    DataSource appAt(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=app&sslmode=disable");
        return source;
    }

    @Override
    DataSource locked(String password) {
        return server.locked(password);
    }

    @Override
    String password() {
        return Postgres.PASSWORD;
    }

    @Override
    String refusal() {
        return "28P01";
    }

    @Test
    void a_database_that_answers_is_reachable_and_says_who_it_is() {
        Result result = run(db("app").isReachable());
        assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
        assertThat(result.evidence())
                .containsEntry("account", "app")
                .containsEntry("database", "postgres")
                .hasEntrySatisfying("server", product -> assertThat(product).startsWith("PostgreSQL 18."));
    }

    @Test
    void a_query_is_compared_by_kind_and_value() {
        passes("found 3", db("app").query("select 3").returns(3));
        passes("found 3", db("app").query("select 3.00").returns(3));
        passes("found 3", db("app").query("select 3.00::numeric").returnsAtLeast(2.5));
        passes("found 3", db("app").query("select 3::float8").returnsAtMost(3));
        passes(
                "found \"postgres\"",
                db("app").query("select current_database()").returns("postgres"));
        passes("found true", db("app").query("select true").returns(true));
        passes("found \"on\"", db("app").query("show transaction_read_only").returns("on"));
        passes(
                "found 1",
                db("app")
                        .query("with one as (select 1 as n) select n from one;")
                        .returns(1));
        fails("expected 4 but found 3", db("app").query("select 3").returns(4));
        fails("expected at least 4 but found 3", db("app").query("select 3").returnsAtLeast(4));
        fails("expected at most 2 but found 3", db("app").query("select 3").returnsAtMost(2));
        fails("returned no row", db("app").query("select 1 where false").returns(1));
        fails("returned null", db("app").query("select null::int").returnsAtMost(1));
        fails("returned null", db("app").query("select null").returns("x"));
        isError(
                "a text, \"3\", where a number is wanted",
                db("app").query("select '3'").returns(3));
        isError(
                "a number, 3, where a text is wanted",
                db("app").query("select 3").returns("3"));
        isError(
                "more than one row",
                db("app").query("select generate_series(1, 3)").returns(1));
        isError("2 columns", db("app").query("select 1, 2").returns(1));
        isError("could not look", db("app").query("select 'NaN'::float8").returnsAtLeast(1));
        isError("of type timestamptz: cast it", db("app").query("select now()").returns("today"));
        isError(
                "more than 65536 characters",
                db("app").query("select repeat('x', 5000000)").returns("x"));
        isError("syntax error", db("app").query("select from where").returns("x"));
    }

    @Test
    void what_is_not_there_is_failed_and_what_may_not_be_read_is_not_permitted() {
        server.run("create table hidden (id int)");
        fails("no such table", db("app").query("select count(*) from nowhere").returnsAtLeast(0));
        fails("no such column", db("app").query("select nothing from hidden").returns(1));
        isNotPermitted(
                "permission denied for table hidden",
                db("app").query("select count(*) from hidden").returns(0));
        fails(
                "the database of that name does not exist",
                JdbcChecks.using(server.atDatabase("nobase")).isReachable());
    }

    @Test
    void a_function_that_writes_is_stopped_by_the_transaction_that_only_reads() throws SQLException {
        server.run(
                "create table caught (id int)",
                "create function trap() returns int language sql security definer as"
                        + " 'insert into caught values (1) returning 1'",
                "create sequence counter",
                "grant usage on sequence counter to app");
        isError("the statement would write", db("app").query("select trap()").returns(1));
        isError(
                "the statement would write",
                db("app").query("select nextval('counter')").returns(1));
        try (Connection connection = server.as("postgres").getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from caught")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void a_query_that_takes_too_long_is_ended_within_the_time_of_the_line() {
        isError(
                "within the time limit",
                db("app").query("select pg_sleep(60)::text").returns("").timeout(Duration.ofMillis(800)));
    }

    @Test
    void tables_and_columns_are_those_of_the_schema_of_the_connection() {
        server.run(
                "create table \"Ticket\" (id int primary key, \"eventId\" int, name text)",
                "create table my_events (id int)",
                "insert into my_events select generate_series(1, 7)",
                "grant select on my_events to app",
                "create schema other",
                "create table other.elsewhere (id int)",
                "create view seen as select 1 as one",
                "create index only_an_index on my_events (id)");
        passes("found TABLE Ticket", db("app").table("Ticket").exists());
        passes("found VIEW seen", db("app").table("seen").exists());
        passes("found TABLE elsewhere", db("app").table("other", "elsewhere").exists());
        passes("found columns id, eventId", db("app").table("Ticket").hasColumns("id", "eventId"));
        passes("counted 5", db("app").table("my_events").hasRowsAtLeast(5));
        fails(
                "found no table or view elsewhere in public",
                db("app").table("elsewhere").exists());
        fails("found no table or view ticket", db("app").table("ticket").exists());
        fails("found no table", db("app").table("my%events").exists());
        fails("found no table", db("app").table("myXevents").exists());
        fails("found no table", db("app").table("only_an_index").exists());
        fails("found no table", db("app").table("nowhere", "Ticket").exists());
        fails("found no table", db("app").table("elsewhere").hasColumns("id"));
        fails(
                "found none called EventId, price (but eventId)",
                db("app").table("Ticket").hasColumns("id", "EventId", "price"));
        fails("counted 7", db("app").table("my_events").hasRowsAtLeast(8));
        isNotPermitted("permission denied", db("app").table("Ticket").hasRowsAtLeast(1));
        fails("no such table", db("app").table("x\"; drop table my_events; --").hasRowsAtLeast(1));
    }

    @Test
    void sessions_of_an_account_are_judged_and_not_our_own() throws SQLException {
        server.run("create role busy login");
        Check check = db("listener").encryptsSessionsOf("busy");
        fails("no session of that account now", check);
        DataSource withTls = server.withTlsAs("busy");
        try (Connection first = withTls.getConnection();
                Connection second = withTls.getConnection()) {
            passes("2 sessions of busy, each with TLS", check);
            isNotPermitted(
                    "2 of 2 could not be looked into: the account lacks membership in pg_read_all_stats",
                    db("reader").encryptsSessionsOf("busy"));
            // our own session with TLS, and another of ours that a pool may hold, say nothing
            isError("may be of this list's own pool", JdbcChecks.using(withTls).encryptsSessionsOf("busy"));
            try (Connection plain = server.as("busy").getConnection()) {
                fails("1 of 3 run without it", check);
                fails("1 of 3 run without it", JdbcChecks.using(withTls).encryptsSessionsOf("busy"));
                assertThat(plain.isValid(5)).isTrue();
            }
            assertThat(first.isValid(5) && second.isValid(5)).isTrue();
        }
        fails("no session of that account now", db("listener").encryptsSessionsOf("bussy"));
    }

    @Test
    void a_few_connections_are_opened_at_once_where_there_is_room() {
        passes("opened 3 connections at once, each another", db("app").acceptsConnections(3));
        isError("did not try", db("app").acceptsConnections());
        server.run("create role narrow login connection limit 2");
        fails(
                "only 2 were opened: could not look: the database takes no more",
                db("narrow").acceptsConnections(3));
    }

    @Test
    void prisma_migrations_are_applied_when_each_is_finished_and_none_is_stuck(@TempDir Path release)
            throws IOException {
        for (String name : new String[] {"20260101_init", "20260201_orders"}) {
            Files.createDirectories(release.resolve(name));
            Files.writeString(release.resolve(name).resolve("migration.sql"), "");
        }
        Files.writeString(release.resolve("migration_lock.toml"), "");
        Check check = in("prisma").prismaMigrations().areApplied(release);
        server.run(
                "create schema prisma authorization app",
                "alter role app in database postgres set search_path = public");
        isUnsupported("`prisma db push` was used, which leaves no trace", check);
        server.run("create table prisma._prisma_migrations (id varchar(36) primary key, finished_at timestamptz,"
                + " migration_name varchar(255) not null, rolled_back_at timestamptz)");
        server.run("grant select on prisma._prisma_migrations to app");
        fails("missing are: 20260101_init, 20260201_orders", check);
        server.run("insert into prisma._prisma_migrations values ('1', now(), '20260101_init', null),"
                + " ('2', null, '20260201_orders', now())");
        fails("missing are: 20260201_orders", check);
        server.run("insert into prisma._prisma_migrations values ('3', null, '20260201_orders', null)");
        fails("failed or unfinished: 20260201_orders", check);
        server.run("update prisma._prisma_migrations set finished_at = now() where id = '3'");
        passes("2 migrations are applied, none failed, up to 20260201_orders", check);
        passes("1 migrations", in("prisma").prismaMigrations().areApplied("20260101_init"));
        server.run("insert into prisma._prisma_migrations select 'm' || n, now(), 'm' || n, null"
                + " from generate_series(1000, 1299) n");
        String[] many = IntStream.range(1000, 1300).mapToObj(n -> "m" + n).toArray(String[]::new);
        passes("301 migrations", in("prisma").prismaMigrations().areApplied("20260101_init", many));
        isError("no migrations in", in("prisma").prismaMigrations().areApplied(release.resolve("20260101_init")));
        isError("cannot be read", in("prisma").prismaMigrations().areApplied(release.resolve("nowhere")));
    }

    private static JdbcChecks in(String schema) {
        PGSimpleDataSource source = server.atDatabase("postgres");
        source.setCurrentSchema(schema);
        return JdbcChecks.using(source);
    }

    @Test
    void flyway_migrations_are_applied_when_each_script_is_and_none_failed(@TempDir Path release) throws IOException {
        Path shared = Files.createDirectories(release.resolve("elsewhere/later"));
        release = Files.createDirectory(release.resolve("migrations"));
        Files.createSymbolicLink(release.resolve("later"), shared);
        for (String name : new String[] {"V1__init.sql", "V2_1__orders.sql", "R__views.sql", "later/V3__more.sql"}) {
            Files.writeString(release.resolve(name), "");
        }
        Files.writeString(release.resolve("U2_1__orders.sql"), "");
        Files.writeString(release.resolve("afterMigrate.sql"), "");
        Check check = in("flyway").flywayMigrations().areApplied(release);
        server.run("create schema flyway");
        server.run("grant usage on schema flyway to app");
        fails("no such table", check);
        server.run("create table flyway.flyway_schema_history (installed_rank int primary key, version varchar(50),"
                + " type varchar(20) not null, script varchar(1000) not null, success boolean not null)");
        server.run("grant select on flyway.flyway_schema_history to app");
        fails("missing are: R__views.sql, V1__init.sql, V2_1__orders.sql, later/V3__more.sql", check);
        history("(1, '1', 'BASELINE', '<< Flyway Baseline >>', true)", "(2, '2.1', 'SQL', 'V2_1__orders.sql', true)");
        history("(3, null, 'SQL', 'R__views.sql', true)", "(4, '3', 'SQL', 'later/V3__more.sql', false)");
        fails("failed or unfinished: later/V3__more.sql", check);
        server.run("update flyway.flyway_schema_history set success = true where installed_rank = 4");
        Result passed = run(check);
        assertThat(passed.status()).as(passed.message()).isEqualTo(Status.PASSED);
        assertThat(passed.warnings()).containsExactly("not above the baseline, so not run: V1__init.sql");
        history("(5, '2.1', 'UNDO_SQL', 'U2_1__orders.sql', true)");
        fails("missing are: V2_1__orders.sql", check);
        history("(6, '2.1', 'SQL', 'V2_1__orders.sql', true)");
        passes("4 migrations are applied", check);
    }

    private static void history(String... rows) {
        server.run("insert into flyway.flyway_schema_history values " + String.join(", ", rows));
    }

    @Test
    void a_server_that_is_away_or_silent_is_an_error() throws IOException {
        int port;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = silent.getLocalPort();
            isError("no connection was given within the time limit", at(port).timeout(Duration.ofMillis(400)));
        }
        isError("could not be reached (the connection was refused)", at(port));
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://nobody.invalid/x?password=canary");
        isError("its host name was not resolved", JdbcChecks.using(nowhere).isReachable());
    }

    private static Check at(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/x?password=canary&sslmode=disable");
        return JdbcChecks.using(source).isReachable();
    }

    @Test
    void a_connection_goes_back_as_it_came() throws SQLException {
        try (Connection real = server.as("app").getConnection()) {
            real.setNetworkTimeout(Runnable::run, 12_345);
            JdbcChecks lent = JdbcChecks.using(Lending.once(real));
            passes("found 1", lent.query("select 1").returns(1));
            assertThat(real.isReadOnly()).isFalse();
            assertThat(real.getAutoCommit()).isTrue();
            assertThat(real.getNetworkTimeout()).isEqualTo(12_345);
            try (var rows = real.createStatement().executeQuery("show statement_timeout")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("0");
            }
        }
    }
}
