package dev.checklist.jdbc;

import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a fake database answers: rows of values under labels; null is null. */
record FakeAnswer(List<String> labels, List<List<Object>> rows) {
    /** Stands for a text of more than a thousand million characters. */
    static final Object ENDLESS = new Object();

    static FakeAnswer row(Object... values) {
        return rows(List.of(Arrays.asList(values)));
    }

    static FakeAnswer column(String... values) {
        return rows(Arrays.stream(values).map(value -> List.<Object>of(value)).toList());
    }

    private static FakeAnswer rows(List<List<Object>> rows) {
        return new FakeAnswer(List.of(), rows);
    }

    FakeAnswer labelled(String... names) {
        return new FakeAnswer(List.of(names), rows);
    }

    FakeAnswer empty() {
        return new FakeAnswer(labels, List.of());
    }

    FakeAnswer twice() {
        List<List<Object>> all = new ArrayList<>(rows);
        all.addAll(rows);
        return new FakeAnswer(labels, all);
    }

    FakeAnswer full(Object value) {
        List<Object> row = new ArrayList<>();
        int width = Math.max(
                1, Math.max(labels.size(), rows.isEmpty() ? 0 : rows.get(0).size()));
        for (int i = 0; i < width; i++) {
            row.add(value);
        }
        return new FakeAnswer(labels, List.of(row));
    }

    ResultSet asResultSet() {
        int[] at = {-1};
        Object[] last = {null};
        return FakeDatabase.proxy(ResultSet.class, (method, arguments) -> switch (method) {
            case "next" -> ++at[0] < rows.size();
            case "wasNull" -> last[0] == null;
            case "close" -> null;
            case "getMetaData" -> shape();
            default -> {
                Object place = arguments[0];
                int column = place instanceof Integer number ? number - 1 : labels.indexOf(place);
                last[0] = rows.get(at[0]).get(column);
                yield read(method, last[0]);
            }
        });
    }

    private static Object read(String method, Object value) throws SQLException {
        boolean isNumber = value == null || value instanceof Integer;
        return switch (method) {
            case "getString" -> value == null ? null : String.valueOf(value);
            case "getCharacterStream" ->
                value == null ? null : value == ENDLESS ? endless() : new StringReader(value.toString());
            case "getLong" -> {
                if (!isNumber) {
                    throw new SQLException("bad value for type long", "22003");
                }
                yield value == null ? 0L : ((Integer) value).longValue();
            }
            case "getBigDecimal" -> value == null ? null : BigDecimal.valueOf((Integer) value);
            case "getBoolean" -> value != null && (Boolean) value;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static Reader endless() {
        return new Reader() {
            @Override
            public int read(char[] buffer, int from, int length) {
                Arrays.fill(buffer, from, from + length, 'x');
                return length;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private ResultSetMetaData shape() {
        List<Object> first = rows.isEmpty() ? Arrays.asList(1) : rows.get(0);
        return (ResultSetMetaData) Proxy.newProxyInstance(
                FakeAnswer.class.getClassLoader(),
                new Class<?>[] {ResultSetMetaData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getColumnCount" -> first.size();
                    case "getColumnTypeName" -> "bytea";
                    default -> type(first.get(0));
                });
    }

    private static int type(Object value) {
        if (value instanceof byte[]) {
            return Types.BINARY;
        }
        return value instanceof Boolean
                ? Types.BOOLEAN
                : value instanceof Integer || value == null ? Types.INTEGER : Types.VARCHAR;
    }
}
