package dev.checklist.registry;

import static dev.checklist.registry.SampleImage.bytes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry on 127.0.0.1 that gives tokens, keeps a few images, and fails where it is told to. */
final class RegistryStub implements AutoCloseable {
    static final String USER = "deployer";
    static final String PASSWORD = "canary-password-4711";
    static final String TOKEN = "canary-token-4711";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What a request is for. */
    enum Kind {
        TOKEN,
        HEAD,
        MANIFEST,
        BLOB,
        TAGS,
        UPLOAD,
        DELETE
    }

    /** Answers in the place of the registry. */
    @FunctionalInterface
    interface Fault {
        void strike(HttpExchange exchange) throws IOException;
    }

    /** Is a request that came. */
    record Request(Kind kind, String path, String authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "registry-stub");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, SampleImage> manifests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<Kind, Fault> faults = new ConcurrentHashMap<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean grantsPush = true;
    private volatile String challenge;

    RegistryStub() throws IOException {
        // Read once by the platform's server, which otherwise waits 40 ms for each acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        challenge = "Bearer realm=\"" + url() + "/token\",service=\"stub\"";
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    RegistryChecks registry() {
        return anonymous().as(USER, () -> PASSWORD);
    }

    RegistryChecks anonymous() {
        return RegistryChecks.of(url()).using(CLIENT);
    }

    RegistryStub holding(String name, SampleImage image) {
        manifests.put(name, image);
        manifests.put(name.split(":")[0] + "@" + image.digest(), image);
        blobs.put(SampleImage.digest(image.config()), image.config());
        return this;
    }

    RegistryStub failing(Kind kind, Fault fault) {
        faults.put(kind, fault);
        return this;
    }

    RegistryStub withoutPush() {
        grantsPush = false;
        return this;
    }

    RegistryStub challenging(String header) {
        challenge = header;
        return this;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<Kind> kinds() {
        return requests.stream().map(Request::kind).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Kind kind = kind(exchange.getRequestMethod(), path);
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        requests.add(new Request(kind, exchange.getRequestURI().toString(), authorization));
        boolean isKnown =
                challenge.startsWith("Basic") ? authorization.equals(basic()) : authorization.equals("Bearer " + TOKEN);
        Fault fault = faults.get(kind);
        if (kind != Kind.TOKEN && !isKnown) {
            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
            answer(exchange, 401, "application/json", bytes("{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}"));
        } else if (fault != null) {
            fault.strike(exchange);
        } else {
            answer(exchange, kind, path, authorization);
        }
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(bytes(USER + ":" + PASSWORD));
    }

    private static Kind kind(String method, String path) {
        return switch (method) {
            case "HEAD" -> Kind.HEAD;
            case "POST" -> Kind.UPLOAD;
            case "DELETE" -> Kind.DELETE;
            default ->
                path.equals("/token")
                        ? Kind.TOKEN
                        : path.contains("/tags/") ? Kind.TAGS : path.contains("/blobs/") ? Kind.BLOB : Kind.MANIFEST;
        };
    }

    private void answer(HttpExchange exchange, Kind kind, String path, String authorization) throws IOException {
        switch (kind) {
            case TOKEN -> {
                boolean isRight = authorization.equals(basic());
                answer(
                        exchange,
                        isRight ? 200 : 401,
                        "application/json",
                        bytes(isRight ? "{\"token\":\"" + TOKEN + "\",\"expires_in\":300}" : "{}"));
            }
            case HEAD, MANIFEST -> manifest(exchange, path);
            case BLOB -> {
                byte[] blob = blobs.get(path.substring(path.lastIndexOf('/') + 1));
                answer(
                        exchange,
                        blob == null ? 404 : 200,
                        "application/octet-stream",
                        blob == null ? new byte[0] : blob);
            }
            case TAGS -> tags(exchange, path.substring("/v2/".length(), path.indexOf("/tags/")));
            case UPLOAD -> {
                exchange.getResponseHeaders().set("Location", path + "42?_state=canary-state-4711");
                answer(exchange, grantsPush ? 202 : 403, "text/plain", new byte[0]);
            }
            case DELETE -> answer(exchange, 204, "text/plain", new byte[0]);
        }
    }

    private void manifest(HttpExchange exchange, String path) throws IOException {
        String repository = path.substring("/v2/".length(), path.indexOf("/manifests/"));
        String reference = path.substring(path.lastIndexOf('/') + 1);
        SampleImage image = manifests.get(repository + (reference.startsWith("sha256:") ? "@" : ":") + reference);
        if (image == null) {
            answer(exchange, 404, "application/json", bytes("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}"));
            return;
        }
        exchange.getResponseHeaders().set("Docker-Content-Digest", image.digest());
        answer(exchange, 200, image.type(), image.manifest());
    }

    private void tags(HttpExchange exchange, String repository) throws IOException {
        boolean isThere = manifests.keySet().stream().anyMatch(name -> name.startsWith(repository + ":"));
        answer(
                exchange,
                isThere ? 200 : 404,
                "application/json",
                bytes(
                        isThere
                                ? "{\"name\":\"" + repository + "\",\"tags\":[\"1.0\"]}"
                                : "{\"errors\":[{\"code\":\"NAME_UNKNOWN\"}]}"));
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
        if (!isHead && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
