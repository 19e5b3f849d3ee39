package dev.checklist.examples.ticketer;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes settings by name; one that is missing, unknown or malformed is refused with its name, its value and the fix. */
final class Values {
    /** Shorter ones occur in ordinary words, so that they cannot be masked. */
    static final int SHORTEST_SECRET = 4;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Map<String, String> values;

    Values(Map<String, String> values, Collection<String> known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings " + unknown + ": expected " + known);
        }
        this.values = values;
    }

    String text(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("the setting " + name + " is missing: give it a value"));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Takes a value that no message may show. */
    String secret(String name) {
        String value = text(name);
        if (value.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the setting " + name + " has " + value.length()
                    + " characters: expected at least " + SHORTEST_SECRET + ", so that it can be masked in reports");
        }
        return value;
    }

    Path file(String name) {
        return file(name, text(name));
    }

    Optional<Path> optionalFile(String name) {
        return optional(name).map(value -> file(name, value));
    }

    private static Path file(String name, String value) {
        try {
            Path path = Path.of(value);
            if (Files.isReadable(path) && !Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the setting " + name + " is no path: " + e.getReason(), e);
        }
        throw new IllegalArgumentException(
                "the setting " + name + " is " + value + ": expected a readable file, from the present folder on");
    }

    /** Takes the address of a server, without what would reach reports or does not belong there. */
    URI url(String name, String scheme) {
        String value = text(name);
        String expected = ": expected " + scheme + "://host, without account, query and fragment";
        if (value.contains("@")) {
            throw new IllegalArgumentException("the setting " + name + " names an account (not shown)" + expected);
        }
        try {
            URI url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
            if (scheme.equals(url.getScheme()) && url.getHost() != null && bare) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the setting " + name + " is " + value + expected, e);
        }
        throw new IllegalArgumentException("the setting " + name + " is " + value + expected);
    }

    /** Takes a JDBC URL; its account stands in settings of its own, where it is known as a secret. */
    String jdbcUrl(String name) {
        String value = text(name);
        if (value.contains("@") || value.toLowerCase(Locale.ROOT).contains("password")) {
            throw new IllegalArgumentException("the setting " + name
                    + " names an account (not shown): give user and password as jdbc.user and jdbc.password");
        }
        if (!value.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "the setting " + name + " is " + value + ": expected a JDBC URL such as jdbc:mysql://host/name");
        }
        return value;
    }

    Duration duration(String name, Duration otherwise) {
        return optional(name).map(value -> duration(name, value)).orElse(otherwise);
    }

    private static Duration duration(String name, String value) {
        String expected = ": expected an ISO duration such as PT5M, more than zero and at most " + LONGEST;
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the setting " + name + " is " + value + expected, e);
        }
        throw new IllegalArgumentException("the setting " + name + " is " + value + expected);
    }
}
