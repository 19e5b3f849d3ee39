package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.checklist.examples.world.state.RegistryState;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container registry on a loopback port, by the OCI distribution API, for anybody who asks. */
public final class RegistryServer implements Listening {
    private static final Pattern PATH = Pattern.compile("/v2/(.+)/(manifests|blobs|tags|uploads)/(.*)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(RegistryServer::daemon);
    private volatile RegistryState state = new RegistryState(Map.of(), true);
    private volatile Map<String, RegistryImage> images = Map.of();

    private RegistryServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts a registry without images.
     *
     * @throws IOException if there is no port left
     */
    public static RegistryServer start() throws IOException {
        // The JDK's server reads this once; without it each response waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        RegistryServer registry = new RegistryServer(HttpServer.create(Loopback.anyPort(), 0));
        registry.server.setExecutor(registry.threads);
        registry.server.createContext("/", registry::answer);
        registry.server.start();
        return registry;
    }

    /** Holds these images from now on; commits are filled already. */
    public void become(RegistryState other) {
        Map<String, RegistryImage> all = new TreeMap<>();
        other.images().forEach((name, commit) -> {
            int colon = name.lastIndexOf(':');
            RegistryImage image = RegistryImage.of(name.substring(0, colon), commit);
            all.put(name, image);
            all.put(image.repository() + "@" + image.digest(), image);
        });
        images = all;
        state = other;
    }

    /**
     * Names the digest of an image.
     *
     * @param name as in {@code shop/web:1.4.0}
     * @throws IllegalArgumentException if it is not here
     */
    public String digest(String name) {
        RegistryImage image = images.get(name);
        if (image == null) {
            throw new IllegalArgumentException("name: no image " + name + " in " + images.keySet());
        }
        return image.digest();
    }

    /** Names it as image references do. */
    public String host() {
        return Loopback.ADDRESS.getHostAddress() + ":" + port();
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher asked = PATH.matcher(path);
            if (path.equals("/v2/")) {
                send(exchange, 200, "{}", "application/json");
            } else if (!asked.matches()) {
                send(exchange, 404, error("NAME_INVALID"), "application/json");
            } else {
                answer(exchange, asked.group(1), asked.group(2), asked.group(3));
            }
        }
    }

    private void answer(HttpExchange exchange, String repository, String what, String reference) throws IOException {
        switch (what) {
            case "manifests" -> {
                Optional<RegistryImage> image = Optional.ofNullable(
                        images.get(repository + (reference.startsWith("sha256:") ? "@" : ":") + reference));
                image.ifPresent(found -> exchange.getResponseHeaders().set("Docker-Content-Digest", found.digest()));
                send(
                        exchange,
                        image.isPresent() ? 200 : 404,
                        image.map(RegistryImage::manifest).orElse(error("MANIFEST_UNKNOWN")),
                        RegistryImage.MANIFEST);
            }
            case "tags" -> {
                boolean isKnown = images.keySet().stream().anyMatch(name -> name.startsWith(repository + ":"));
                send(
                        exchange,
                        isKnown ? 200 : 404,
                        isKnown ? "{\"name\":\"" + repository + "\",\"tags\":[]}" : error("NAME_UNKNOWN"),
                        "application/json");
            }
            default -> blob(exchange, repository, reference);
        }
    }

    private void blob(HttpExchange exchange, String repository, String reference) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Location", "/v2/" + repository + "/blobs/uploads/1");
            send(exchange, state.pushable() ? 202 : 403, state.pushable() ? "" : error("DENIED"), "application/json");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            send(exchange, 204, "", "application/json");
        } else {
            Optional<RegistryImage> image = images.values().stream()
                    .filter(found -> found.repository().equals(repository)
                            && found.configurationDigest().equals(reference))
                    .findFirst();
            send(
                    exchange,
                    image.isPresent() ? 200 : 404,
                    image.map(RegistryImage::configuration).orElse(error("BLOB_UNKNOWN")),
                    "application/octet-stream");
        }
    }

    private static String error(String code) {
        return "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + code + "\"}]}";
    }

    private static void send(HttpExchange exchange, int status, String text, String type) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
        if (!isHead && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "world-registry");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
