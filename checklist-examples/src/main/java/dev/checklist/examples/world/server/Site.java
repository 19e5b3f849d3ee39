package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.checklist.examples.world.state.Endpoint;
import dev.checklist.examples.world.state.Response;
import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.Visitor;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** The applications and the services that they use: loopback ports that answer what the state says. */
public final class Site implements Closeable {
    private static final String TARGET = "${target}";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String SECONDS = "${seconds}";
    private static final String SESSION_COOKIE = "ticketer_session";

    private final Map<Endpoint, HttpServer> servers = new EnumMap<>(Endpoint.class);
    private final ExecutorService threads = Executors.newCachedThreadPool(Site::daemon);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final String key = Token.random();
    private final String session = SESSION_COOKIE + "=" + Token.random();

    private volatile Now now = new Now(List.of(), Duration.ZERO);

    private Site() {}

    /** What is answered, and how far the world's clock goes ahead of the machine's. */
    private record Now(List<Response> responses, Duration ahead) {
        String seconds() {
            return String.valueOf(Instant.now().plus(ahead).getEpochSecond());
        }
    }

    /**
     * Binds the ports of these endpoints; nothing is answered before {@link #serve}.
     *
     * @throws IOException if there is no port left
     */
    public static Site bind(SSLContext tls, Set<Endpoint> endpoints) throws IOException {
        // The JDK's server reads this once; without it each response waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Site site = new Site();
        for (Endpoint endpoint : endpoints) {
            site.servers.put(endpoint, endpoint.isSecure() ? secured(tls) : plain());
        }
        return site;
    }

    /** Names scheme, host and port. */
    public String url(Endpoint endpoint) {
        HttpServer server = Objects.requireNonNull(servers.get(endpoint));
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    /** Gives the key that services want to see in a header, whichever they call it. */
    public String key() {
        return key;
    }

    /** Gives the Cookie header of somebody who is signed in. */
    public String session() {
        return session;
    }

    /** Begins to answer. */
    public void serve() {
        servers.forEach((endpoint, server) -> {
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, endpoint));
            server.start();
        });
    }

    /** Has these responses from now on; what was asked for is all that is left to fill when a request comes. */
    public void become(List<Response> others, Template template) {
        Template keeping = template.with("target", TARGET).with("seconds", SECONDS);
        now = new Now(
                others.stream().map(response -> response.mapText(keeping::fill)).toList(),
                Duration.between(Instant.now(), template.now()));
    }

    private void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            // Unread, it makes the server close the connection on which the client sends its next request.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            URI asked = exchange.getRequestURI();
            String method = exchange.getRequestMethod();
            String path = (READING.contains(method) ? "" : method + " ") + asked.getPath();
            String query =
                    asked.getQuery() == null ? "" : "?" + asked.getQuery().replace('+', ' ');
            boolean isSignedIn = signedIn(exchange);
            Response response = Response.find(now.responses(), endpoint, path + query, isSignedIn)
                    .or(() -> Response.choose(now.responses(), endpoint, path, isSignedIn))
                    .orElseGet(() -> nothing(endpoint, asked.getPath()))
                    .mapText(text -> text.replace(TARGET, asked.toString()).replace(SECONDS, now.seconds()));
            if (!response.delay().isZero() && closedWithin(response.delay())) {
                return;
            }
            response.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = response.body().getBytes(UTF_8);
            boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.status(), silent ? -1 : body.length);
            if (!silent) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private boolean signedIn(HttpExchange exchange) {
        return hasKey(exchange) || hasSession(exchange);
    }

    private boolean hasKey(HttpExchange exchange) {
        return Stream.of("Authorization", "api-key")
                .flatMap(header -> exchange.getRequestHeaders().getOrDefault(header, List.of()).stream())
                .anyMatch(value -> value.equals(key) || value.equals("Bearer " + key));
    }

    private boolean hasSession(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Stream.of(header.split(";", -1)))
                .anyMatch(cookie -> cookie.strip().equals(session));
    }

    private boolean closedWithin(Duration delay) {
        try {
            return closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Response nothing(Endpoint endpoint, String path) {
        return new Response(endpoint, path, Visitor.ANYONE, 404, Map.of(), "", Duration.ZERO);
    }

    private static HttpServer plain() throws IOException {
        return HttpServer.create(Loopback.anyPort(), 0);
    }

    private static HttpServer secured(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(Loopback.anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "world-site");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        closing.countDown();
        servers.values().forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
