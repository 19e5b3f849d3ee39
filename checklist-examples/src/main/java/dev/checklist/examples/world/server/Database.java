package dev.checklist.examples.world.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.tools.Server;

/** The application's database: H2 in memory behind its TCP server, with MySQL's manners. */
public final class Database implements Listening {
    /** The application's user. */
    public static final String USER = "ticketer";

    private static final String OPTIONS =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE";

    private final Server server;
    private final Connection keepsItAlive;

    private Database(Server server, Connection keepsItAlive) {
        this.server = server;
        this.keepsItAlive = keepsItAlive;
    }

    /**
     * Starts a database whose name no other world of this JVM may have: H2 keeps them all in one place.
     *
     * @throws IOException if it does not start, or refuses a statement
     */
    public static Database start(String name, String password, List<String> statements) throws IOException {
        // H2 reads this when its first class is loaded; without it the port is open on every interface.
        System.setProperty("h2.bindAddress", Loopback.ADDRESS.getHostAddress());
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + name + OPTIONS, USER, password);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return new Database(
                        Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start(), connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException("the database did not start: " + e.getMessage(), e);
        }
    }

    /** Names the database as JDBC does. */
    public static String jdbcUrl(int port, String name) {
        return MySqlManners.PREFIX + "tcp://" + Loopback.ADDRESS.getHostAddress() + ":" + port + "/mem:" + name;
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop();
        try (keepsItAlive;
                Statement statement = keepsItAlive.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IOException("the database did not stop: " + e.getMessage(), e);
        }
    }
}
