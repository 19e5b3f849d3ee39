package dev.checklist.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which tables and columns there are, by {@link DatabaseMetaData}; never those of all schemas together. */
final class Catalogue {
    /** No database has tables with more columns, nor are so many tables alike. */
    private static final int MOST = 5_000;

    private final DatabaseMetaData data;
    private final String catalog;
    private final String schema;
    private final boolean hasSchemas;
    private final boolean heedsCase;

    private Catalogue(DatabaseMetaData data, String catalog, String schema) throws SQLException {
        this.data = data;
        this.catalog = catalog;
        this.schema = schema;
        this.hasSchemas = data.supportsSchemasInTableDefinitions();
        this.heedsCase = data.supportsMixedCaseQuotedIdentifiers();
    }

    static Catalogue of(Session session) throws SQLException {
        return new Catalogue(session.metaData(), session.catalog(), session.schema());
    }

    /** Is a table or view. */
    record Entry(String schema, String name, String type) {}

    Entry find(TableName table) throws SQLException, UnseenException {
        String space = space(table);
        List<Entry> alike = new ArrayList<>();
        try (ResultSet tables = data.getTables(catalog(space), schemaPattern(space), pattern(table.name()), null)) {
            for (int i = 0; tables.next(); i++) {
                bounded(i);
                Entry entry = new Entry(space, text(tables, "TABLE_NAME"), text(tables, "TABLE_TYPE"));
                if (isIn(tables, space) && isSame(entry.name(), table.name()) && isTable(entry.type())) {
                    alike.add(entry);
                }
            }
        }
        if (alike.isEmpty()) {
            throw new UnseenException(
                    Reason.NO_TABLE, "found no table or view " + table + " in " + space + " that this account may see");
        }
        return alike.get(0);
    }

    List<String> columns(Entry table) throws SQLException, UnseenException {
        List<String> names = new ArrayList<>();
        try (ResultSet columns =
                data.getColumns(catalog(table.schema()), schemaPattern(table.schema()), pattern(table.name()), null)) {
            for (int i = 0; columns.next(); i++) {
                bounded(i);
                if (isIn(columns, table.schema()) && text(columns, "TABLE_NAME").equals(table.name())) {
                    names.add(text(columns, "COLUMN_NAME"));
                }
            }
        }
        return names;
    }

    String quote() throws SQLException {
        String quote = data.getIdentifierQuoteString();
        return quote == null || quote.isBlank() ? "\"" : quote;
    }

    boolean isSame(String found, String wanted) {
        return heedsCase ? found.equals(wanted) : found.equalsIgnoreCase(wanted);
    }

    /** Helps those who misspelled only the case. */
    static String otherCase(List<String> missing, List<String> found) {
        List<String> near = found.stream()
                .filter(name -> missing.stream().anyMatch(name::equalsIgnoreCase))
                .toList();
        return near.isEmpty() ? "" : " (but " + Names.some(near) + ")";
    }

    /** Names the one place to look in; without it a driver looks everywhere. */
    private String space(TableName table) throws UnseenException {
        String space = table.schema() != null ? table.schema() : hasSchemas ? schema : catalog;
        if (space.isEmpty()) {
            throw new UnseenException(
                    Reason.UNSEEN,
                    "could not look: the connection has no " + (hasSchemas ? "schema" : "database") + ": name it");
        }
        return space;
    }

    private @Nullable String catalog(String space) {
        String one = hasSchemas ? catalog : space;
        return one.isEmpty() ? null : one;
    }

    private @Nullable String schemaPattern(String space) throws SQLException {
        return hasSchemas ? pattern(space) : null;
    }

    private boolean isIn(ResultSet row, String space) throws SQLException {
        String found = row.getString(hasSchemas ? "TABLE_SCHEM" : "TABLE_CAT");
        return found != null && isSame(found, space);
    }

    private static boolean isTable(String type) {
        return type.endsWith("TABLE") || type.endsWith("VIEW");
    }

    /** Takes the meaning from the signs that stand for any others in a pattern. */
    private String pattern(String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static void bounded(int rows) throws UnseenException {
        if (rows >= MOST) {
            throw new UnseenException(Reason.UNSEEN, "could not look: the database lists more than " + MOST + " rows");
        }
    }
}
