package dev.checklist.k8s;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is a server's version as far as it can be compared: two integers. Suffixes of distributions, such as {@code 25+} or
 * {@code v1.25.3-gke.1}, do not count, since as semantic versions they would sort below the release.
 *
 * @param major the first number
 * @param minor the second number
 */
record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {
    private static final Pattern WANTED = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.\\d{1,4})?\\+?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,4}).*");

    /** Reads a version as an author writes it: {@code 1.25}, {@code v1.25}, {@code v1.25+}. */
    static ServerVersion wanted(@Nullable String text) {
        Matcher matcher = WANTED.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "the version is " + (text == null ? "null" : "\"" + text + "\"") + ": expected one such as 1.25");
        }
        return new ServerVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Reads what the server says; null if it says nothing that is a version. */
    static @Nullable ServerVersion reported(@Nullable String major, @Nullable String minor) {
        Matcher first = DIGITS.matcher(major == null ? "" : major);
        Matcher second = DIGITS.matcher(minor == null ? "" : minor);
        return first.matches() && second.matches()
                ? new ServerVersion(Integer.parseInt(first.group(1)), Integer.parseInt(second.group(1)))
                : null;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
