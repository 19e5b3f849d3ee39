package dev.checklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses bad arguments when a list is built, naming the argument, the value and the fix. */
final class Arguments {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_TEXT = 128 * 1024;

    private Arguments() {}

    /** Accepts a text of a list: whatever it contains, but not without end. */
    @CanIgnoreReturnValue
    static String text(String name, @Nullable String value) {
        String text = said(name, value);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + " has " + text.length() + " characters (\""
                    + text.substring(0, 60) + "…\"): give at most " + LONGEST_TEXT);
        }
        return text;
    }

    /** Accepts a text that a probe found, of any length: the runner cuts it. */
    static String said(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: give a text");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank (\"" + value + "\"): give a text");
        }
        return value;
    }

    @CanIgnoreReturnValue
    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: give a value or leave the call out");
        }
        return value;
    }

    @CanIgnoreReturnValue
    static Duration positive(String name, @Nullable Duration value) {
        Duration given = present(name, value);
        if (given.isZero() || given.isNegative() || given.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + given + ": expected more than zero and at most " + LONGEST.toDays() + " days");
        }
        return given;
    }

    @CanIgnoreReturnValue
    static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ": expected between " + least + " and " + most);
        }
        return value;
    }
}
