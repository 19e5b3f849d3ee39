package dev.checklist.examples.world.state;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a state: named values, and times such as <code>${now-42m}</code> in RFC 3339. */
public final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern TIME = Pattern.compile("now(?:([+-]\\d+)([smhd]))?");

    private final Map<String, String> values;
    private final Instant now;

    /** Knows these values, and this instant as now. */
    public Template(Map<String, String> values, Instant now) {
        this.values = Map.copyOf(values);
        this.now = now;
    }

    /** Returns the instant that it knows as now. */
    public Instant now() {
        return now;
    }

    /** Knows one value more. */
    public Template with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new Template(more, now);
    }

    /** Knows the same values at another moment. */
    public Template at(Instant moment) {
        return new Template(values, moment);
    }

    /** Knows the same values at the moment of another. */
    public Template at(Template other) {
        return at(other.now);
    }

    /**
     * Fills a text.
     *
     * @throws IllegalArgumentException if it names a value that nobody gave
     */
    public String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), text)));
    }

    private String value(String name, String text) {
        Matcher time = TIME.matcher(name);
        if (time.matches()) {
            return time(time).truncatedTo(ChronoUnit.SECONDS).toString();
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("${" + name + "}: no such value; known are " + values.keySet()
                    + " and times like ${now-5m}; found in: " + text);
        }
        return value;
    }

    private Instant time(Matcher time) {
        if (time.group(1) == null) {
            return now;
        }
        long amount = Long.parseLong(time.group(1));
        return now.plus(
                switch (time.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }
}
