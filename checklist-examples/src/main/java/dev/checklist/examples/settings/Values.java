package dev.checklist.examples.settings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes settings by name; one that is missing, unknown or malformed is refused with its name, its value and the fix. */
public final class Values {
    /** Shorter ones occur in ordinary words, so that they cannot be masked. */
    public static final int SHORTEST_SECRET = 4;

    private static final String NONE = "none";
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Map<String, String> values;

    /**
     * Takes values by the names that are known.
     *
     * @throws IllegalArgumentException if one is unknown
     */
    public Values(Map<String, String> values, Collection<String> known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings " + unknown + ": expected " + known);
        }
        this.values = values;
    }

    /**
     * Reads a properties file in UTF-8.
     *
     * @throws IllegalArgumentException if it cannot be read, or names something unknown
     */
    public static Values read(Path file, Collection<String> known) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--settings " + file + " cannot be read: expected a properties file in UTF-8 (" + e + ")", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name).strip()));
        return new Values(values, known);
    }

    /** Takes a text that must be there. */
    public String text(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("the setting " + name + " is missing: give it a value"));
    }

    /** Takes a text that may be left out. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Takes a value that no message may show. */
    public String secret(String name) {
        String value = text(name);
        if (value.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the setting " + name + " has " + value.length()
                    + " characters: expected at least " + SHORTEST_SECRET + ", so that it can be masked in reports");
        }
        return value;
    }

    /** Tells whether a setting that must be there is {@code none}. */
    public boolean isNone(String name) {
        return text(name).equals(NONE);
    }

    /** Takes a folder that is there. */
    public Path folder(String name) {
        Path path = path(name);
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException(
                    "the setting " + name + " is " + path + ": expected a folder, from the present one on");
        }
        return path;
    }

    /** Takes a path, whether something is there or not. */
    public Path path(String name) {
        try {
            return Path.of(text(name));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the setting " + name + " is no path: " + e.getReason(), e);
        }
    }

    /** Takes a file that can be read. */
    public Path file(String name) {
        return file(name, text(name));
    }

    /** Takes a file that can be read, or none. */
    public Optional<Path> optionalFile(String name) {
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
    public URI url(String name, String scheme) {
        return url(name, scheme, text(name));
    }

    /** Takes the address of a server over https or http. */
    public URI anyUrl(String name) {
        return url(name, text(name).startsWith("http:") ? "http" : "https");
    }

    /**
     * Takes the address of what not everybody has: it is named, or the setting is {@code none}. What is left out is no
     * answer, since a line must not vanish with what it looks at.
     */
    public Optional<URI> urlOrNone(String name, String scheme) {
        return isNone(name) ? Optional.empty() : Optional.of(url(name, scheme, text(name)));
    }

    /** Takes a choice by its name. */
    public String choice(String name, String... choices) {
        String value = text(name);
        if (!List.of(choices).contains(value)) {
            throw new IllegalArgumentException(
                    "the setting " + name + " is " + value + ": expected one of " + String.join(", ", choices));
        }
        return value;
    }

    /** Takes the reference of an image with a tag, such as {@code registry.example/team/shop:1.4.2}. */
    public String image(String name) {
        String value = text(name);
        int slash = value.indexOf('/');
        if (slash < 1 || value.lastIndexOf(':') < slash) {
            throw new IllegalArgumentException("the setting " + name + " is " + value
                    + ": expected registry, repository and tag, such as registry.example/team/shop:1.4.2");
        }
        return value;
    }

    /** Takes words that are separated by commas, one at least. */
    public List<String> words(String name) {
        return Stream.of(text(name).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Takes an instant in UTC, such as {@code 2030-01-31T20:00:00Z}. */
    public Instant instant(String name) {
        String value = text(name);
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the setting " + name + " is " + value + ": expected an instant such as 2030-01-31T20:00:00Z", e);
        }
    }

    private static URI url(String name, String scheme, String value) {
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
    public String jdbcUrl(String name) {
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

    /** Takes an ISO duration, more than zero and a day at most. */
    public Duration duration(String name, Duration otherwise) {
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
