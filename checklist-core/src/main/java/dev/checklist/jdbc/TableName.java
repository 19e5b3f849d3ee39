package dev.checklist.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Is the name of a table, in the spelling in which the database keeps it.
 *
 * @param schema null for the schema of the connection
 */
record TableName(@Nullable String schema, String name) {
    /** Returns the name for a statement, in the quotes of the database. */
    String quoted(String quote) {
        return schema == null ? quoted(name, quote) : quoted(schema, quote) + "." + quoted(name, quote);
    }

    private static String quoted(String part, String quote) {
        return quote + part.replace(quote, quote + quote) + quote;
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
