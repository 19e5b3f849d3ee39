package dev.checklist.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers as it is told to, on a loopback port, and keeps what it was asked. */
final class StoreStub implements AutoCloseable {
    /**
     * Is one request.
     *
     * @param target path and query, as they came
     * @param signed whether it carries a signature
     */
    record Asked(String method, String target, boolean signed, String body) {
        boolean is(String verb, String part) {
            return method.equals(verb) && target.contains(part);
        }
    }

    // Else each answer waits for the client's delayed acknowledgement, 40 ms.
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Reply> behaviour;

    /** Answers HEAD with one reply and everything else with another. */
    StoreStub(Reply head, Reply get) throws IOException {
        this(asked -> asked.method().equals("HEAD") ? head : get);
    }

    StoreStub(Function<Asked, Reply> behaviour) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers otherwise from now on, and forgets what it was asked. */
    void become(Function<Asked, Reply> other) {
        requests.clear();
        signatures.clear();
        behaviour = other;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns method, path and query of each request, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the Authorization header of each request, in order. */
    List<String> signatures() {
        return List.copyOf(signatures);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        Reply reply = behaviour.apply(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization") != null,
                content(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.bytes();
        try (exchange) {
            if (reply.status() == Reply.SILENCE) {
                return;
            }
            if (reply.stalls() && body.length == 0) {
                closed.await();
                return;
            }
            if (isHead || body.length == 0) {
                exchange.sendResponseHeaders(reply.status(), -1);
                return;
            }
            exchange.sendResponseHeaders(reply.status(), reply.stalls() ? body.length + 1_000 : body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            if (reply.stalls()) {
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the content of a body that is signed in chunks. */
    private static String content(String body) {
        return body.replaceAll("(?s)^[0-9a-f]+;chunk-signature=[0-9a-f]+\r\n(.*)\r\n0;chunk-signature=.*$", "$1");
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
