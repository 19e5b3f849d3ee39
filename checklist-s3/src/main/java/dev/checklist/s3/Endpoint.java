package dev.checklist.s3;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses addresses that are no store's endpoint, and shows one without what may be secret in it. */
final class Endpoint {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*]");

    private Endpoint() {}

    static URI valid(@Nullable URI endpoint, boolean pathStyle) {
        URI address = S3Checks.given("endpoint", endpoint);
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw refused(address, "expected http:// or https:// and a host");
        }
        if (address.getRawUserInfo() != null) {
            throw refused(address, "expected no user info, give credentials with withCredentials()");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw refused(address, "expected no query and no fragment");
        }
        if (!pathStyle && (NUMERIC.matcher(host).matches() || !host.contains("."))) {
            throw refused(address, "expected pathStyle true, a bucket cannot stand before \"" + host + "\"");
        }
        return address;
    }

    /** Shows scheme, host, port and path; user info, query and fragment may be secret. */
    static String shown(URI endpoint) {
        if (endpoint.getHost() == null) {
            return endpoint.getScheme() + ":…";
        }
        String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
        String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath().replaceFirst("/+$", "");
        return endpoint.getScheme() + "://" + endpoint.getHost() + port + path;
    }

    private static IllegalArgumentException refused(URI endpoint, String expected) {
        return new IllegalArgumentException("endpoint is " + shown(endpoint) + ": " + expected);
    }
}
