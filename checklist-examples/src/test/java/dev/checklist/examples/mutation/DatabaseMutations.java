package dev.checklist.examples.mutation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be missing or different in the database: each table, its rows, the name and the values of each column. */
final class DatabaseMutations implements AutoCloseable {
    private final Connection connection;
    private final List<String> healthy;
    private final List<String> tables;

    private DatabaseMutations(Connection connection, List<String> healthy, List<String> tables) {
        this.connection = connection;
        this.healthy = healthy;
        this.tables = tables;
    }

    /** Opens the database of a world, which was made by these statements. */
    static DatabaseMutations open(Watch watch, List<String> healthy, List<String> tables) throws SQLException {
        Connection connection = DriverManager.getConnection(
                watch.setting("jdbc.url"), watch.setting("jdbc.user"), watch.setting("jdbc.password"));
        return new DatabaseMutations(connection, healthy, tables);
    }

    /** Returns the SQL of each mutation, by its id. */
    Map<String, String> all() throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        for (String table : tables) {
            all.put("table " + table + " removed", "DROP TABLE " + table + " CASCADE");
            all.put("table " + table + " emptied", "DELETE FROM " + table);
            for (Column column : columns(table)) {
                String id = "table " + table + " column " + column.name;
                all.put(id + " renamed", "ALTER TABLE " + table + " ALTER COLUMN " + column.name + " RENAME TO other");
                all.put(id + " altered", "UPDATE " + table + " SET " + column.name + " = " + column.other());
            }
        }
        if (tables.contains("seats")) {
            all.put("table seats rows of one event removed", "DELETE FROM seats WHERE event_id = 2");
        }
        return all;
    }

    /** Makes the database anew, but for this. */
    void become(String mutation) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            for (String sql : healthy) {
                statement.execute(sql);
            }
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
            statement.execute(mutation);
        }
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, null, table, "%")) {
            while (found.next()) {
                columns.add(new Column(found.getString("COLUMN_NAME"), found.getString("TYPE_NAME")));
            }
        }
        return columns;
    }

    private record Column(String name, String type) {
        String other() {
            return switch (type) {
                case "INTEGER" -> name + " + 1000";
                case "TIMESTAMP" -> "DATEADD(YEAR, 1, " + name + ")";
                default -> name + " || 'x'";
            };
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
