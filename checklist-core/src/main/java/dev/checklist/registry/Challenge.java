package dev.checklist.registry;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is how a registry wants to be asked (RFC 9110 section 11.6.1).
 *
 * @param scheme bearer or basic
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("\\s*,?\\s*([A-Za-z]+)=(?:\"([^\"]*+)\"|([^\\s,\"]++))");
    private static final int LONGEST = 4096;

    /** Reads the first challenge that can be met; several headers may hold one each. */
    static Optional<Challenge> of(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> value.length() <= LONGEST)
                .filter(value -> value.toLowerCase(Locale.ROOT).matches("(?s)(bearer|basic)\\b.*"))
                .map(Challenge::parse)
                .findFirst();
    }

    private static Challenge parse(String value) {
        String scheme = value.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(value);
        int at = scheme.length();
        while (parameter.region(at, value.length()).lookingAt()) {
            String text = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), text);
            at = parameter.end();
        }
        return new Challenge(scheme, parameters);
    }

    boolean isBearer() {
        return scheme.equals("bearer");
    }

    Optional<URI> realm() {
        try {
            return Optional.ofNullable(parameters.get("realm")).map(URI::create).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<String> service() {
        return Optional.ofNullable(parameters.get("service"));
    }
}
