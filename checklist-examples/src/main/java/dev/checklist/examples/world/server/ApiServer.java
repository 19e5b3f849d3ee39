package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.checklist.examples.world.state.ApiBehaviour;
import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.WorldState;
import io.fabric8.mockwebserver.MockWebServer;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** fabric8's mock API server on a loopback port, with objects exactly as the state has them. */
public final class ApiServer implements Listening {
    private static final Logger ITS_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server;
    private final String token;

    private ApiServer(MockWebServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Starts a server without objects that takes this bearer token. */
    public static ApiServer start(ApiBehaviour behaviour, String token) {
        ITS_LOG.setLevel(Level.WARNING);
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new ApiDispatcher(behaviour, PodLogs.NONE, token));
        server.start(Loopback.ADDRESS, 0);
        return new ApiServer(server, token);
    }

    /** Behaves so, and has these objects and logs, from now on: placeholders filled, in a real server's order. */
    public void become(WorldState state, Template template) {
        ApiDispatcher next = new ApiDispatcher(state.api(), PodLogs.of(state.logs(), template), token);
        state.resources().stream()
                .sorted(Comparator.comparing(Resource::id))
                .map(resource -> resource.mapText(template::fill))
                .map(ApiServer::encoded)
                .map(resource -> resource.with("/metadata/resourceVersion", "1000"))
                .forEach(next::store);
        server.setDispatcher(next);
    }

    @Override
    public int port() {
        return server.getPort();
    }

    /** Turns a Secret's stringData into data, as a real server does on the way in. */
    private static Resource encoded(Resource resource) {
        if (!resource.has("/stringData")) {
            return resource;
        }
        Resource secret = resource.with("/data", Map.of());
        for (var entry : resource.json().path("stringData").properties()) {
            byte[] value = entry.getValue().asText().getBytes(UTF_8);
            secret = secret.with("/data/" + entry.getKey(), Base64.getEncoder().encodeToString(value));
        }
        return secret.without("/stringData");
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
