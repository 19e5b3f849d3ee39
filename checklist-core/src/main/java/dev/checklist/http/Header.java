package dev.checklist.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is a header that the author of a list adds to a request. */
record Header(String name, String value) {
    private static final URI ANYWHERE = URI.create("http://localhost/");

    /** Holds the names whose values are no secret; everything else is taken for a credential. */
    private static final Set<String> OPEN = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "cache-control",
            "content-type",
            "forwarded",
            "host",
            "origin",
            "pragma",
            "prefer",
            "range",
            "referer",
            "traceparent",
            "user-agent",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-request-id",
            "x-requested-with");

    /** Checks a name alone. */
    static String named(@Nullable String name) {
        if (name == null || !name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException(
                    "header name is " + (name == null ? "null" : "\"" + Quote.cut(name) + "\"") + ": expected a token");
        }
        return name;
    }

    static Header of(@Nullable String name, @Nullable String value) {
        String token = named(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the value of header " + token + " is "
                    + (value == null ? "null" : "blank") + ": give it, or leave the header out");
        }
        if (value.chars().anyMatch(c -> c != '\t' && (c < ' ' || c == 0x7f || c > 0xff))) {
            throw new IllegalArgumentException("the value of header " + token
                    + " (not shown) has a line break, a control or a letter beyond Latin-1: encode it");
        }
        if (!isSendable(token, value)) {
            throw new IllegalArgumentException("header " + token + " is set by java.net.http itself: leave it out"
                    + (token.equalsIgnoreCase("host")
                            ? ", or start Java with -Djdk.httpclient.allowRestrictedHeaders=host"
                            : ""));
        }
        return new Header(token, value);
    }

    /** Asks the client itself, whose list of restricted names a system property shortens. */
    private static boolean isSendable(String name, String value) {
        try {
            HttpRequest.newBuilder(ANYWHERE).header(name, value).build();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    boolean isCredential() {
        return !OPEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Shows the name only. */
    @Override
    public String toString() {
        return name + ": ***";
    }
}
