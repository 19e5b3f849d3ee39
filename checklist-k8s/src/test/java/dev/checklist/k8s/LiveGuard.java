package dev.checklist.k8s;

import java.net.URI;
import java.util.Set;

/** Lets live tests loose only on this machine, or on the one server that the caller has named. */
final class LiveGuard {
    static final String ALLOW = "CHECKLIST_LIVE_ALLOW";

    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

    private LiveGuard() {}

    /**
     * Refuses a server on which nothing may be created.
     *
     * @param server the URL of the API server
     * @param allowed the URL that the environment names, null for none
     */
    static void mustBeAllowed(String server, String allowed) {
        URI url = URI.create(server);
        String host = String.valueOf(url.getHost());
        boolean isHere = LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
        boolean isNamed = allowed != null && plain(allowed).equals(plain(server));
        if (url.getUserInfo() != null || !isHere && !isNamed) {
            throw new IllegalStateException(
                    "live tests create and delete namespaces: expected a server on this machine, or "
                            + ALLOW + " to be its URL, but found " + url.getScheme() + "://" + host
                            + (url.getPort() < 0 ? "" : ":" + url.getPort()));
        }
    }

    private static String plain(String url) {
        return url.strip().replaceAll("/+$", "");
    }
}
