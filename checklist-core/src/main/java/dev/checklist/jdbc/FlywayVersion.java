package dev.checklist.jdbc;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares versions as Flyway does: number by number, with dots or underscores between. */
final class FlywayVersion {
    private static final Pattern VERSION = Pattern.compile("\\d{1,30}(?:[._]\\d{1,30}){0,20}");
    private static final Pattern SCRIPT = Pattern.compile("(?:.*/)?V(" + VERSION + ")__.*");

    private FlywayVersion() {}

    /** Tells whether a script's version is not above a baseline's; never of what has no version. */
    static boolean covers(String baseline, String script) {
        Matcher versioned = SCRIPT.matcher(script);
        return versioned.matches()
                && VERSION.matcher(baseline).matches()
                && compare(numbers(versioned.group(1)), numbers(baseline)) <= 0;
    }

    private static int compare(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = at(one, i).compareTo(at(other, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger at(List<BigInteger> numbers, int i) {
        return i < numbers.size() ? numbers.get(i) : BigInteger.ZERO;
    }

    private static List<BigInteger> numbers(String version) {
        return Arrays.stream(version.split("[._]")).map(BigInteger::new).toList();
    }
}
