package dev.checklist.examples.live;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** Lets a live test loose only on this machine, or on servers that the caller has named. */
final class LivePlace {
    private static final String ALLOW = "CHECKLIST_LIVE_ALLOW";
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "127.0.0.1");

    private LivePlace() {}

    /** Takes a variable that must be there. */
    static String variable(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set: docs/live.md says what a live test needs");
        }
        return value.strip();
    }

    /** Takes a variable, or something in its place. */
    static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** Refuses a server on which nothing may be made. */
    static URI allowed(String server) {
        return allowed(server, variable(ALLOW, ""));
    }

    static URI allowed(String server, String named) {
        URI url = URI.create(server);
        boolean isNamed = List.of(named.split("[,\\s]+", -1)).contains(plain(server));
        if (url.getUserInfo() != null || !isNamed && !LOOPBACK.contains(String.valueOf(url.getHost()))) {
            throw new IllegalStateException("a live test makes things at " + url.getScheme() + "://" + url.getHost()
                    + ": expected a server on this machine, or its whole address in " + ALLOW);
        }
        return url;
    }

    private static String plain(String server) {
        return server.replaceAll("/+$", "");
    }
}
