package dev.checklist.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Is an absolute http or https address in one spelling: lower-case scheme and host, a path, ASCII, no fragment.
 *
 * @param uri the whole address, query values included: never shown, see {@link #toString}
 */
record Address(URI uri) {
    /** Reads an address that the author of a list gave. */
    static Address of(String argument, @Nullable String url) {
        URI uri = parse(argument, url);
        if (uri.getRawFragment() != null) {
            throw refused(argument, shown(uri), "leave out the #fragment, which is never sent");
        }
        return normal(argument, uri);
    }

    /** Reads the Location of a redirect; a fragment is for browsers and dropped. */
    Address locate(String location) {
        return normal("Location", resolve(parse("Location", location)));
    }

    /** Reads an address that may be relative to this one. */
    Address relative(String argument, @Nullable String url) {
        return of(argument, resolve(parse(argument, url)).toString());
    }

    private URI resolve(URI reference) {
        boolean queryOnly = reference.getRawAuthority() == null
                && reference.getRawPath() != null
                && reference.getRawPath().isEmpty()
                && reference.getRawQuery() != null;
        // java.net.URI resolves "?x" as RFC 2396 did, and drops the last segment of the path.
        return uri.resolve(queryOnly ? URI.create(uri.getRawPath() + "?" + reference.getRawQuery()) : reference);
    }

    /** Returns an address beside this one, in the same folder and with the same query. */
    Address sibling(String name) {
        return new Address(uri.resolve(uri.getRawQuery() == null ? name : name + "?" + uri.getRawQuery()));
    }

    /** Returns the same page over HTTPS at its default port. */
    Address secure() {
        return new Address(URI.create("https://" + host() + pathAndQuery()));
    }

    boolean isHttps() {
        return uri.getScheme().equals("https");
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isHttps() ? 443 : 80;
    }

    boolean hasDefaultPort() {
        return port() == (isHttps() ? 443 : 80);
    }

    boolean sameOrigin(Address other) {
        return isHttps() == other.isHttps() && host().equals(other.host()) && port() == other.port();
    }

    /** Tells whether path and query agree, byte by byte. */
    boolean samePage(Address other) {
        return pathAndQuery().equals(other.pathAndQuery());
    }

    /** Shows scheme, host and port. */
    String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Shows the address as one below which others are: without a slash at its end. */
    String folder() {
        return origin() + uri.getRawPath().replaceFirst("/$", "");
    }

    /** Reads an address below this one, by its path and query. */
    Address below(String argument, @Nullable String path) {
        if (path == null || !path.startsWith("/")) {
            throw new IllegalArgumentException(argument + " is " + (path == null ? "null" : '"' + masked(path) + '"')
                    + ": expected a path below " + folder() + ", such as /health");
        }
        return of(argument, folder() + path);
    }

    private String pathAndQuery() {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** Shows the address with masked query values. */
    @Override
    public String toString() {
        return shown(uri);
    }

    private static URI parse(String argument, @Nullable String url) {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException(
                    argument + " is " + (url == null ? "null" : "blank") + ": expected an http or https address");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            // The exception's own message quotes the whole input, so neither it nor the exception goes on.
            throw refused(argument, masked(url), e.getReason() + " at character " + e.getIndex());
        }
    }

    private static URI rebuilt(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port + path + query);
    }

    private static Address normal(String argument, URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            throw refused(argument, shown(uri), "expected an absolute address that starts with http:// or https://");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(argument, shown(uri), "leave out user and password, and give them as a header instead");
        }
        if (uri.getHost() == null) {
            throw refused(argument, shown(uri), "expected a host name in ASCII (xn-- form), without underscores");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw refused(argument, shown(uri), "expected a port from 1 to 65535");
        }
        // The client writes any other letter as a question mark.
        return new Address(URI.create(rebuilt(uri).toASCIIString()));
    }

    private static IllegalArgumentException refused(String argument, String shown, String why) {
        return new IllegalArgumentException(argument + " is \"" + shown + "\": " + why);
    }

    private static String shown(URI uri) {
        if (uri.getHost() == null) {
            return masked(uri.toString());
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + maskedQuery(uri.getRawQuery());
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath() + query;
    }

    private static String maskedQuery(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(part -> part.indexOf('=') < 0 ? "***" : part.substring(0, part.indexOf('=')) + "=***")
                .collect(Collectors.joining("&"));
    }

    /** Masks what cannot be parsed: whatever could be user info, and all after the path. */
    private static String masked(String raw) {
        String open = raw.replaceFirst("(?s)//.*@", "//");
        String path = open.split("[?#]", 2)[0];
        return Quote.cut(path.length() < open.length() ? path + "?***" : path);
    }
}
