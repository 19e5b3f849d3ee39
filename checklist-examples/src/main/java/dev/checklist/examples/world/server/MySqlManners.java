package dev.checklist.examples.world.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets H2 behind the world's database port pass for the MySQL that it stands for: it says that it is one, and answers in
 * H2's words what only MySQL understands. Found by {@code jdbc:world:} before H2's own URL.
 */
public final class MySqlManners implements Driver {
    /** Begins the URLs that this driver takes. */
    public static final String PREFIX = "jdbc:world:";

    private static final String SESSIONS = """
            select count(*),
                   sum(case when connection_type <> 'SSL/TLS' then 1 else 0 end),
                   sum(case when connection_type is null then 1 else 0 end), 0
              from performance_schema.threads
             where type = 'FOREGROUND' and processlist_user = ?""";
    /** What MySQL is asked, and what H2 is asked in its place. */
    private static final Map<String, String> WORDS = Map.of(
            "start transaction read only", "select 1",
            "@@global.performance_schema", "select 1",
            "@@global.require_secure_transport", "select 0",
            "performance_schema_thread_instances_lost", "select 'lost', 0",
            "substring_index(session_user()", SESSIONS);

    static {
        try {
            DriverManager.registerDriver(new MySqlManners());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties account) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection h2 = DriverManager.getConnection("jdbc:h2:" + url.substring(PREFIX.length()), account);
        return proxy(Connection.class, h2);
    }

    private static <T> T proxy(Class<T> type, T real) {
        InvocationHandler handler = (self, method, arguments) -> answer(real, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object answer(Object real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("getDatabaseProductName")) {
            return "MySQL";
        }
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            arguments[0] = inH2(sql);
        }
        try {
            Object result = method.invoke(real, arguments);
            if (result instanceof PreparedStatement) {
                return result;
            }
            if (result instanceof Statement statement) {
                return proxy(Statement.class, statement);
            }
            return result instanceof DatabaseMetaData data ? proxy(DatabaseMetaData.class, data) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static String inH2(String sql) {
        return WORDS.entrySet().stream()
                .filter(words -> sql.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(sql);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties account) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("there is none");
    }
}
