package dev.checklist.examples.world.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.checklist.examples.world.state.StoreState;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An S3 store on a loopback port, buckets in the path, that is read only: what is in it is its state.
 *
 * <p>It looks who signed a request, and not whether the signature fits the secret.
 */
public final class S3Store implements Listening {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(S3Store::daemon);
    private volatile S3Answers answers;

    private S3Store(HttpServer server, StoreState state) {
        this.server = server;
        this.answers = new S3Answers(state, Instant.now());
    }

    /**
     * Starts a store in this state.
     *
     * @throws IOException if there is no port left
     */
    public static S3Store start(StoreState state) throws IOException {
        // The JDK's server reads this once; without it each response waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        S3Store store = new S3Store(HttpServer.create(Loopback.anyPort(), 0), state);
        store.server.setExecutor(store.threads);
        store.server.createContext("/", store::answer);
        store.server.start();
        return store;
    }

    /** Is in this state from now on; the ages of objects count from now. */
    public void become(StoreState other) {
        answers = new S3Answers(other, Instant.now());
    }

    /** Names its address, without a bucket. */
    public URI endpoint() {
        return URI.create("http://" + Loopback.ADDRESS.getHostAddress() + ":" + port());
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            S3Request request = S3Request.of(exchange);
            S3Answer answer = answers.answer(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body();
            boolean isSilent = request.isHead() || body.length == 0;
            exchange.sendResponseHeaders(answer.status(), isSilent ? -1 : body.length);
            if (!isSilent) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "world-store");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
