package dev.checklist.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Is a secret that a request carries.
 *
 * @param place the header's or parameter's name, or "body"
 */
record Credential(String place, String value) implements Comparable<Credential> {
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("token|key|secret|auth|pass|pwd|sig|session|credential|code|jwt", Pattern.CASE_INSENSITIVE);

    /** Shorter values, such as "true", would blot out words that are no secret. */
    private static final int SHORTEST_MASKED = 8;

    /**
     * Returns what a request carries: headers other than the well-known open ones, secret query values, and the body. In
     * one order, so that two requests that wait for the same credentials cannot wait for one another.
     */
    static SortedSet<Credential> of(Call call) {
        SortedSet<Credential> all = new TreeSet<>();
        for (Header header : call.headers()) {
            if (header.isCredential()) {
                all.add(new Credential(header.name().toLowerCase(Locale.ROOT), header.value()));
            }
        }
        String query = call.address().uri().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0
                    && SECRET_PARAMETER.matcher(part.substring(0, equals)).find()) {
                all.add(new Credential(part.substring(0, equals), part.substring(equals + 1)));
            }
        }
        Payload payload = call.payload();
        if (payload != null) {
            all.add(new Credential("body", payload.text()));
        }
        return all;
    }

    /** Masks the value in a text, whole, decoded, and as the part behind a scheme such as Bearer. */
    String mask(String text) {
        String masked = mask(text, value);
        if (value.indexOf('%') >= 0) {
            masked = mask(masked, decoded());
        }
        return mask(masked, value.substring(value.lastIndexOf(' ') + 1));
    }

    private String decoded() {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String mask(String text, String secret) {
        return secret.length() < SHORTEST_MASKED ? text : text.replace(secret, "***");
    }

    @Override
    public int compareTo(Credential other) {
        return Comparator.comparing(Credential::place)
                .thenComparing(Credential::value)
                .compare(this, other);
    }

    /** Shows the place only. */
    @Override
    public String toString() {
        return place + ": ***";
    }
}
