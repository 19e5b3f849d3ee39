package dev.checklist.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this JVM, on 127.0.0.1, with TLS for those who want it. Ends with the JVM. */
final class Postgres {
    static final String PASSWORD = "canary-pg-f00d";

    private static final class Holder {
        private static final Postgres ONLY = start();
    }

    private final int port;

    private Postgres(int port) {
        this.port = port;
    }

    static Postgres running() {
        Assumptions.assumeTrue(
                Platform.hasBinaries(), "REAL POSTGRESQL NOT TESTED: its binaries run on Linux on x86-64 only");
        return Holder.ONLY;
    }

    @SuppressWarnings("resource") // ends with the JVM, by the hook that it registers itself
    private static Postgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("ssl", "on")
                    .setServerConfig("ssl_cert_file", "server.crt")
                    .setServerConfig("ssl_key_file", "server.key")
                    .setServerConfig("max_connections", "53")
                    .setServerConfig("fsync", "off")
                    .setDataDirectoryCustomizer(Postgres::prepare)
                    .start();
            Postgres postgres = new Postgres(server.getPort());
            postgres.run("create role app login", "create role reader login", "create role listener login");
            postgres.run("create role locked login password '" + PASSWORD + "'", "grant pg_monitor to listener");
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(File directory) {
        try {
            Path data = directory.toPath();
            Certificates made = Certificates.in(data);
            Path rules = data.resolve("pg_hba.conf");
            Files.writeString(
                    rules, "host all locked 127.0.0.1/32 scram-sha-256\n" + "host all all 127.0.0.1/32 trust\n");
            if (!Files.exists(made.key())) {
                throw new IllegalStateException("no key");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataSource as(String user) {
        return source(user, "disable");
    }

    DataSource withTlsAs(String user) {
        return source(user, "require");
    }

    private DataSource source(String user, String mode) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(mode));
        source.setUser(user);
        return source;
    }

    PGSimpleDataSource locked(String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url("disable") + "&user=locked&password=" + password);
        return source;
    }

    PGSimpleDataSource atDatabase(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?sslmode=disable&user=app");
        return source;
    }

    int port() {
        return port;
    }

    private String url(String mode) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=" + mode
                + "&sslfactory=org.postgresql.ssl.NonValidatingFactory";
    }

    void run(String... statements) {
        try (Connection connection = DriverManager.getConnection(url("disable"), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
