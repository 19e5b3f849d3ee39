package dev.checklist.k8s;

import java.util.Map;
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
    private static final Pattern WANTED = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\+?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,4})(?!\\d).*");

    /** Reads a version as an author writes it: {@code 1.25}, {@code v1.25}, {@code v1.25+}. */
    static ServerVersion wanted(@Nullable String text) {
        Matcher matcher = WANTED.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the version is " + (text == null ? "null" : "\"" + text + "\"")
                    + ": expected major and minor such as 1.25; patch numbers of distributions cannot be compared");
        }
        return new ServerVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Reads what the server says; null if it says nothing that is a version. */
    static @Nullable ServerVersion reported(@Nullable Object major, @Nullable Object minor) {
        Matcher first = DIGITS.matcher(major instanceof String text ? text : "");
        Matcher second = DIGITS.matcher(minor instanceof String text ? text : "");
        return first.matches() && second.matches()
                ? new ServerVersion(Integer.parseInt(first.group(1)), Integer.parseInt(second.group(1)))
                : null;
    }

    /** Tells whether this is what a server says that is older than that; nobody knows where it says no version. */
    static boolean isBefore(ServerVersion other, Reply version) {
        Map<?, ?> info = version.code() == 200 ? version.as(Map.class) : null;
        ServerVersion found = info == null ? null : reported(info.get("major"), info.get("minor"));
        return found != null && found.compareTo(other) < 0;
    }

    /** Returns the version as the server shows it, empty if it shows none. */
    static String shown(Reply version) {
        Map<?, ?> info = version.code() == 200 ? version.as(Map.class) : null;
        return info != null && info.get("gitVersion") instanceof String shown ? shown : "";
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
