package dev.checklist.k8s;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks for the changes of objects since they were seen. */
final class WatchRequest {
    /** The longest that a watch goes on; the server ends it then. */
    private static final int SECONDS = 300;

    private WatchRequest() {}

    static void send(Exchange exchange, Sighting.WatchKey key, String version, EventStream stream) {
        String path =
                key.type().path(key.namespace()) + "?watch=true&allowWatchBookmarks=true&timeoutSeconds=" + SECONDS
                        + "&resourceVersion=" + encoded(version)
                        + (key.labelSelector().isEmpty() ? "" : "&labelSelector=" + encoded(key.labelSelector()))
                        + (key.name().isEmpty() ? "" : "&fieldSelector=" + encoded("metadata.name=" + key.name()));
        exchange.stream(key.server().request(exchange, path), Duration.ofSeconds(SECONDS + 10L), stream);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
