package dev.checklist.s3;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses bad arguments when a list is built, naming the argument, the value and what was expected. */
final class Given {
    static final int MOST_DAYS = 36_500;
    private static final int LONGEST_KEY = 1_024;

    private Given() {}

    /** Accepts a prefix: any text that a key can begin with, nothing included. */
    static String prefix(@Nullable String prefix) {
        String given = S3Checks.given("prefix", prefix);
        if (given.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "prefix has " + given.length() + " characters: a key has at most " + LONGEST_KEY);
        }
        if (given.startsWith("/")) {
            throw new IllegalArgumentException("prefix is \"" + Shown.key(given)
                    + "\": expected no slash before it, since keys begin without one");
        }
        return given;
    }

    static String text(String name, @Nullable String text) {
        String given = S3Checks.given(name, text);
        if (given.isBlank() || given.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    name + " is \"" + Shown.key(given) + "\": expected 1 to " + LONGEST_KEY + " characters");
        }
        return given;
    }

    static String region(@Nullable String region) {
        String given = S3Checks.given("region", region);
        if (!Answer.isRegion(given)) {
            throw new IllegalArgumentException("region is \"" + given + "\": expected a name such as \"fr-par\"");
        }
        return given;
    }

    static Duration age(@Nullable Duration age) {
        Duration given = S3Checks.given("age", age);
        if (given.isNegative() || given.isZero() || given.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new IllegalArgumentException(
                    "age is " + given + ": expected more than zero and at most " + MOST_DAYS + " days");
        }
        return given;
    }

    static long bytes(long minBytes) {
        if (minBytes < 0) {
            throw new IllegalArgumentException("minBytes is " + minBytes + ": expected 0 or more");
        }
        return minBytes;
    }

    static double ratio(double ratio) {
        if (!(ratio > 0 && ratio <= 1_000)) {
            throw new IllegalArgumentException("ratio is " + ratio + ": expected above 0, such as 0.5");
        }
        return ratio;
    }

    static int days(String name, int days) {
        return days(name, days, 1);
    }

    static int days(String name, int days, int least) {
        if (days < least || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    name + " is " + days + ": expected days from " + least + " to " + MOST_DAYS);
        }
        return days;
    }
}
