package dev.checklist.k8s;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses addresses of API servers that are none, or to which no credentials should go. */
final class ServerAddress {
    private ServerAddress() {}

    /**
     * Returns the address if it is an https URL, or an http one of this machine.
     *
     * @param what names it in the message, such as "the server"
     */
    static String checked(String what, @Nullable String address) {
        URI uri = parsed(what, address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isUrl = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        // Without a scheme the client tries https, and falls back to http with the token.
        if (!isUrl || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused(what, shown(uri), "expected a URL such as https://host:6443");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(
                    what, shown(uri), "leave out user and password: an API server takes a token or a certificate");
        }
        if (scheme.equals("http") && !isThisMachine(uri.getHost())) {
            throw refused(what, shown(uri), "over http anybody on the way reads the token; expected https");
        }
        return uri.toString();
    }

    private static URI parsed(String what, @Nullable String address) {
        if (address == null || address.isBlank()) {
            throw refused(what, address == null ? "null" : "blank", "expected a URL such as https://host:6443");
        }
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw refused(what, "no URL", e.getReason() + " at character " + e.getIndex());
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    private static String shown(URI uri) {
        return uri.getHost() == null
                ? "without a host"
                : uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static IllegalArgumentException refused(String what, String shown, String why) {
        return new IllegalArgumentException(what + " is " + shown + ": " + why);
    }
}
