package dev.checklist.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Serves, on 127.0.0.1, Deployments of ten replicas that are rolled out one by one, and one watch of them. */
final class RollingServer implements AutoCloseable {
    static final int REPLICAS = 10;

    private final LocalServer server = LocalServer.plain();
    private final AtomicIntegerArray updated;
    private final CountDownLatch watched = new CountDownLatch(1);
    private volatile @Nullable OutputStream events;

    /** Starts it, with no replica of so many Deployments updated. */
    RollingServer(int deployments) throws IOException {
        updated = new AtomicIntegerArray(deployments);
        String apps = "/apis/apps/v1/namespaces/shop/";
        server.serve(apps + "deployments", this::answer);
        server.serve(apps + "replicasets", exchange -> answer(exchange, list("ReplicaSet", "apps/v1", "")));
        server.serve("/api/v1/namespaces/shop/pods", exchange -> answer(exchange, list("Pod", "v1", "")));
    }

    String url() {
        return server.url();
    }

    /** Waits until somebody watches. */
    void awaitWatch() throws InterruptedException {
        watched.await();
    }

    /** Updates one more replica of a Deployment, and tells who watches. */
    void update(int deployment) {
        updated.incrementAndGet(deployment);
        OutputStream out = events;
        if (out == null) {
            throw new IllegalStateException("nobody watches");
        }
        try {
            out.write(("{\"type\":\"MODIFIED\",\"object\":" + deployment(deployment) + "}\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (String.valueOf(exchange.getRequestURI().getQuery()).contains("watch=true")) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            events = exchange.getResponseBody();
            watched.countDown();
        } else if (path.endsWith("/deployments")) {
            answer(
                    exchange,
                    list(
                            "Deployment",
                            "apps/v1",
                            IntStream.range(0, updated.length())
                                    .mapToObj(this::deployment)
                                    .collect(Collectors.joining(","))));
        } else {
            answer(exchange, deployment(Integer.parseInt(path.substring(path.lastIndexOf("/d") + 2))));
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        LocalServer.answer(exchange, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String list(String kind, String apiVersion, String items) {
        return "{\"kind\":\"" + kind + "List\",\"apiVersion\":\"" + apiVersion
                + "\",\"metadata\":{\"resourceVersion\":\"100\"},\"items\":[" + items + "]}";
    }

    private String deployment(int i) {
        int ready = updated.get(i);
        return "{\"kind\":\"Deployment\",\"apiVersion\":\"apps/v1\",\"metadata\":{\"name\":\"d" + i
                + "\",\"namespace\":\"shop\",\"uid\":\"u" + i + "\",\"generation\":2,\"resourceVersion\":\""
                + (100 + ready) + "\"},\"spec\":{\"replicas\":" + REPLICAS
                + "},\"status\":{\"observedGeneration\":2,\"replicas\":" + REPLICAS + ",\"updatedReplicas\":" + ready
                + ",\"readyReplicas\":" + ready + ",\"availableReplicas\":" + ready
                + ",\"conditions\":[{\"type\":\"Available\",\"status\":\"True\"},"
                + "{\"type\":\"Progressing\",\"status\":\"True\"}]}}";
    }

    @Override
    public void close() {
        server.close();
    }
}
