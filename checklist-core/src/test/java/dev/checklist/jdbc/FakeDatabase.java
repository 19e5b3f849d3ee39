package dev.checklist.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that answers by script, and a driver that misbehaves where it is told to. */
final class FakeDatabase {
    /** What a driver does instead of answering. */
    interface Fault {
        Object strike(FakeConnection connection) throws Exception;
    }

    /** Where a fault strikes when a connection is asked for. */
    static final String CONNECT = "getConnection";

    static final String IS_VALID = "isValid";
    static final String TABLES = "getTables";
    static final String COLUMNS = "getColumns";

    private final Map<String, FakeAnswer> answers = new LinkedHashMap<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private final List<FakeConnection> opened = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private String product = "PostgreSQL";

    /** One connection, which knows how it ended. */
    static final class FakeConnection {
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean aborted;
        private volatile boolean rolledBack;
        private volatile boolean autoCommit = true;
        private volatile boolean readOnly;
        private volatile int timeouts;

        /** Waits as a driver in a read does: deaf to interrupts until the socket is closed. */
        Object hang() throws SQLException {
            boolean interrupted = false;
            while (true) {
                try {
                    over.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("Socket closed", "08006");
        }
    }

    FakeDatabase product(String name) {
        product = name;
        return this;
    }

    FakeDatabase answering(String part, FakeAnswer answer) {
        answers.put(part, answer);
        return this;
    }

    FakeDatabase striking(String part, Fault fault) {
        faults.put(part, fault);
        return this;
    }

    FakeAnswer answer(String part) {
        return answers.get(part);
    }

    int calls() {
        return calls.get();
    }

    /** Waits until every connection that was given out has ended, however late. */
    boolean isLeftAlone() throws InterruptedException {
        List<FakeConnection> all;
        synchronized (opened) {
            all = List.copyOf(opened);
        }
        for (FakeConnection connection : all) {
            if (!connection.over.await(20, TimeUnit.SECONDS)) {
                return false;
            }
        }
        return true;
    }

    List<FakeConnection> opened() {
        synchronized (opened) {
            return List.copyOf(opened);
        }
    }

    static boolean wasRolledBackOrBrokenOff(FakeConnection connection) {
        return connection.aborted || connection.rolledBack || connection.autoCommit;
    }

    static boolean hadTimeouts(FakeConnection connection) {
        return connection.timeouts > 0;
    }

    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> {
            calls.incrementAndGet();
            FakeConnection connection = new FakeConnection();
            Fault fault = faults.get(CONNECT);
            if (fault != null) {
                Object instead = fault.strike(connection);
                if (instead == null) {
                    return null;
                }
            }
            synchronized (opened) {
                opened.add(connection);
            }
            return connection(connection);
        });
    }

    private Connection connection(FakeConnection state) {
        return proxy(Connection.class, (method, arguments) -> {
            switch (method) {
                case "close", "abort" -> {
                    state.aborted |= method.equals("abort");
                    state.over.countDown();
                    return null;
                }
                case "rollback" -> state.rolledBack = true;
                case "setAutoCommit" -> state.autoCommit = (Boolean) arguments[0];
                case "setReadOnly" -> state.readOnly = (Boolean) arguments[0];
                case "setNetworkTimeout" -> state.timeouts++;
                default -> {
                    return asked(state, method, arguments);
                }
            }
            return null;
        });
    }

    private Object asked(FakeConnection state, String method, Object... arguments) throws Exception {
        return switch (method) {
            case "isReadOnly" -> {
                strike("isReadOnly", state);
                yield state.readOnly;
            }
            case "getAutoCommit" -> state.autoCommit;
            case "getNetworkTimeout" -> 0;
            case "getCatalog" -> "shop";
            case "getSchema" -> "public";
            case "getMetaData" -> metaData(state);
            case IS_VALID -> {
                strike(IS_VALID, state);
                yield answers.containsKey(IS_VALID)
                        ? answers.get(IS_VALID).rows().get(0).get(0)
                        : true;
            }
            case "createStatement" -> statement(state, "");
            case "prepareStatement" -> statement(state, (String) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private DatabaseMetaData metaData(FakeConnection state) {
        return proxy(DatabaseMetaData.class, (method, arguments) -> switch (method) {
            case "getDatabaseProductName" -> product;
            case "getDatabaseProductVersion" -> "1.2";
            case "getUserName" -> "checker";
            case "supportsSchemasInTableDefinitions", "supportsMixedCaseQuotedIdentifiers" -> true;
            case "getSearchStringEscape" -> "\\";
            case "getIdentifierQuoteString" -> "\"";
            default -> {
                strike(method, state);
                yield answers.get(method).asResultSet();
            }
        });
    }

    private PreparedStatement statement(FakeConnection state, String prepared) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.equals("executeQuery")) {
                String sql = arguments.length == 0 ? prepared : (String) arguments[0];
                if (sql.contains("pg_backend_pid()") && !sql.contains("pg_stat")) {
                    strike("pg_backend_pid", state);
                    return FakeAnswer.row(opened().indexOf(state)).asResultSet();
                }
                String part = answers.keySet().stream()
                        .filter(sql::contains)
                        .findFirst()
                        .orElseThrow(() -> new SQLException("nobody scripted: " + sql, "42601"));
                strike(part, state);
                return answers.get(part).asResultSet();
            }
            if (method.equals("setQueryTimeout")) {
                state.timeouts++;
            }
            return Set.of("execute").contains(method) ? false : null;
        });
    }

    private void strike(String part, FakeConnection state) throws Exception {
        Fault fault = faults.get(part);
        if (fault != null) {
            fault.strike(state);
        }
    }

    /** Is what a proxy does. */
    interface Call {
        Object made(String method, Object[] arguments) throws Exception;
    }

    static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FakeDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "jdbc:fake://u:canary-to-string@host";
                    default -> call.made(method.getName(), arguments == null ? new Object[0] : arguments);
                }));
    }
}
