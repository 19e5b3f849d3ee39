package dev.checklist.local;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is a value in a JSON or YAML document, with its type: 1 is not "1", and null is not absent. */
record Scalar(Kind kind, String text) {
    static final Scalar MAP = new Scalar(Kind.MAP, "");
    static final Scalar LIST = new Scalar(Kind.LIST, "");

    /** Is the type of a value. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        MAP,
        LIST
    }

    static Scalar of(@Nullable String value) {
        return new Scalar(Kind.TEXT, Given.present("value", value));
    }

    static Scalar of(@Nullable Number value) {
        Scalar number = new Scalar(Kind.NUMBER, Given.present("value", value).toString());
        if (number.decimal().isEmpty()) {
            throw new IllegalArgumentException("value is " + Shown.plain(number.text) + ": expected a finite number");
        }
        return number;
    }

    static Scalar of(boolean value) {
        return new Scalar(Kind.BOOLEAN, String.valueOf(value));
    }

    /** Tells whether both are the same value; numbers compare by value, so that 1 is 1.0. */
    boolean matches(Scalar other) {
        return kind == other.kind
                && switch (kind) {
                    case TEXT, BOOLEAN -> text.equals(other.text);
                    case NUMBER ->
                        decimal()
                                .flatMap(a -> other.decimal().map(b -> a.compareTo(b) == 0))
                                .orElse(false);
                    case NULL, MAP, LIST -> false;
                };
    }

    /** Returns the exact number; empty if it is none, or beyond what can be held. */
    private Optional<BigDecimal> decimal() {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return switch (kind) {
            case TEXT -> Shown.quoted(text);
            case NUMBER, BOOLEAN -> Shown.plain(text);
            case NULL -> "null";
            case MAP -> "an object";
            case LIST -> "a list";
        };
    }
}
