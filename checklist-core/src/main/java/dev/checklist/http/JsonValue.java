package dev.checklist.http;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is a value in a JSON document, with its type: 1 is not "1", and null is not absent. */
record JsonValue(Kind kind, String text) {
    enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        OBJECT,
        ARRAY
    }

    static JsonValue of(@Nullable String value) {
        return new JsonValue(Kind.STRING, present(value));
    }

    static JsonValue of(@Nullable Number value) {
        JsonValue number = new JsonValue(Kind.NUMBER, present(value).toString());
        if (number.decimal().isEmpty()) {
            throw new IllegalArgumentException("value is " + Quote.cut(number.text) + ": expected a finite number");
        }
        return number;
    }

    static JsonValue of(boolean value) {
        return new JsonValue(Kind.BOOLEAN, String.valueOf(value));
    }

    static JsonValue of(JsonToken token, String text) {
        return switch (token) {
            case VALUE_STRING -> new JsonValue(Kind.STRING, text);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue(Kind.NUMBER, text);
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue(Kind.BOOLEAN, text);
            case VALUE_NULL -> new JsonValue(Kind.NULL, text);
            case START_OBJECT -> new JsonValue(Kind.OBJECT, text);
            case START_ARRAY -> new JsonValue(Kind.ARRAY, text);
            default -> throw new IllegalArgumentException("no value starts with " + token);
        };
    }

    /** Tells whether both are the same scalar; numbers compare by value, so that 1 is 1.0. */
    boolean matches(JsonValue other) {
        return kind == other.kind
                && switch (kind) {
                    case STRING, BOOLEAN -> text.equals(other.text);
                    case NUMBER ->
                        decimal()
                                .flatMap(a -> other.decimal().map(b -> a.compareTo(b) == 0))
                                .orElse(false);
                    case NULL, OBJECT, ARRAY -> false;
                };
    }

    /** Returns the exact number; empty if it is none, or its exponent is beyond what can be held. */
    Optional<BigDecimal> decimal() {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("value is null: expected a text, a number or a boolean");
        }
        return value;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case STRING -> '"' + Quote.cut(text) + '"';
            case NUMBER, BOOLEAN -> Quote.cut(text);
            case NULL -> "null";
            case OBJECT -> "an object";
            case ARRAY -> "an array";
        };
    }
}
