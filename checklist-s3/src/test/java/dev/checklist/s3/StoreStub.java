package dev.checklist.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers HEAD with one reply and GET with another, on a loopback port, and keeps what it was asked. */
final class StoreStub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final Reply head;
    private final Reply get;

    StoreStub(Reply head, Reply get) throws IOException {
        this.head = head;
        this.get = get;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
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
        Reply reply = isHead ? head : get;
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.bytes();
        try (exchange) {
            if (reply.status() == Reply.SILENCE) {
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

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
