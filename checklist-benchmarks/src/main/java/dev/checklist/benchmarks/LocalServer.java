package dev.checklist.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Answers on 127.0.0.1 like an API server: at once, in JSON, and on connections that stay open. */
final class LocalServer implements AutoCloseable {
    /** What a server says of itself. */
    private static final String VERSION = "{\"major\":\"1\",\"minor\":\"36\",\"gitVersion\":\"v1.36.2\"}";

    static {
        // Else the second answer on a connection waits 40 ms for an acknowledgement that the client delays.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String scheme;

    private LocalServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        serve("/version", exchange -> answer(exchange, VERSION.getBytes(StandardCharsets.UTF_8)));
        server.start();
    }

    static LocalServer plain() throws IOException {
        return new LocalServer(HttpServer.create(address(), 100), "http");
    }

    static LocalServer overTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 100);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new LocalServer(server, "https");
    }

    private static InetSocketAddress address() throws IOException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    }

    void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** Answers with a document; closing the exchange instead of its bodies would end the connection. */
    static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getRequestBody().close();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
