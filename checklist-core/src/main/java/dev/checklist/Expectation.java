package dev.checklist;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares one value with what was expected, and words both cases from the same read. */
final class Expectation {
    private Expectation() {}

    static Outcome expect(String what, Object expected, @Nullable Object actual) {
        Arguments.text("what", what);
        Arguments.present("expected", expected);
        if (actual != null && equal(expected, actual)) {
            return Outcome.passed(what + " is " + actual);
        }
        return Outcome.failed("expected " + what + " to be " + shown(expected, actual) + " but found "
                + (actual == null ? "nothing (null)" : shown(actual, expected)));
    }

    private static boolean equal(Object expected, Object actual) {
        if (expected instanceof Number e && actual instanceof Number a) {
            BigDecimal left = exact(e);
            BigDecimal right = exact(a);
            return left != null && right != null && left.compareTo(right) == 0;
        }
        return Objects.deepEquals(expected, actual);
    }

    /** Returns the exact value, or null for NaN, infinity and numbers of unknown kind, which equal nothing. */
    private static @Nullable BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Adds the type where two different values would read the same. */
    private static String shown(Object value, @Nullable Object other) {
        String text = value.toString();
        boolean alike = other != null && !(other == value) && text.equals(other.toString());
        return alike ? text + " (" + value.getClass().getSimpleName() + ")" : text;
    }
}
