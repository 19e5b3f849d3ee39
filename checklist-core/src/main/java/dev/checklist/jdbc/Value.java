package dev.checklist.jdbc;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * Is the one value of an answer: a text, a number or a truth value.
 *
 * @param content a String, BigDecimal or Boolean
 */
record Value(Object content) {
    private static final int LONGEST = 64 * 1024;

    /** Reads an answer that has one row and one column. */
    static Value of(ResultSet answer) throws SQLException, UnseenException {
        ResultSetMetaData shape = answer.getMetaData();
        if (shape.getColumnCount() != 1) {
            throw new UnseenException(
                    Reason.UNSEEN,
                    "could not judge: the query returned " + shape.getColumnCount() + " columns, not one");
        }
        if (!answer.next()) {
            throw new UnseenException(Reason.ABSENT, "the query returned no row");
        }
        Object content = content(answer, shape);
        if (content == null || answer.wasNull()) {
            throw new UnseenException(Reason.ABSENT, "the query returned null");
        }
        if (answer.next()) {
            throw new UnseenException(Reason.UNSEEN, "could not judge: the query returned more than one row");
        }
        return new Value(content);
    }

    private static @Nullable Object content(ResultSet answer, ResultSetMetaData shape)
            throws SQLException, UnseenException {
        return switch (shape.getColumnType(1)) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> answer.getBigDecimal(1);
            case Types.BIT, Types.BOOLEAN -> answer.getBoolean(1);
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    Types.OTHER -> text(answer);
            case Types.NULL -> null;
            default ->
                throw new UnseenException(
                        Reason.UNSEEN,
                        "could not judge: the column is of type " + Said.line(shape.getColumnTypeName(1), 40)
                                + ": cast it to a text, a number or a boolean in the query");
        };
    }

    /** Reads a text as a stream, so that one without end stays outside. */
    private static @Nullable String text(ResultSet answer) throws SQLException, UnseenException {
        try (Reader reader = answer.getCharacterStream(1)) {
            if (reader == null) {
                return null;
            }
            char[] head = new char[LONGEST + 1];
            int length = 0;
            for (int read = 0;
                    read >= 0 && length < head.length;
                    read = reader.read(head, length, head.length - length)) {
                length += read;
            }
            if (length > LONGEST) {
                throw new UnseenException(
                        Reason.UNSEEN, "could not judge: the value has more than " + LONGEST + " characters");
            }
            return new String(head, 0, length);
        } catch (IOException e) {
            throw new UnseenException(Reason.UNSEEN, "could not look: the value broke off");
        }
    }

    /** Tells whether both are of one kind: 1 is not "1". */
    boolean isLike(Value other) {
        return content.getClass() == other.content.getClass();
    }

    boolean isSameAs(Value other) {
        return content instanceof BigDecimal number && other.content instanceof BigDecimal wanted
                ? number.compareTo(wanted) == 0
                : content.equals(other.content);
    }

    /** Returns what kind of value it is, with an article. */
    String kind() {
        if (content instanceof BigDecimal) {
            return "a number";
        }
        return content instanceof Boolean ? "a boolean" : "a text";
    }

    /** Returns the value as it is shown: a text in quotes, a number of a million digits not at all. */
    @Override
    public String toString() {
        if (content instanceof String text) {
            return Said.quoted(text);
        }
        return content instanceof BigDecimal number && Math.abs((long) number.scale()) < 100
                ? Said.line(number.toPlainString(), 100)
                : Said.line(content.toString(), 100);
    }
}
