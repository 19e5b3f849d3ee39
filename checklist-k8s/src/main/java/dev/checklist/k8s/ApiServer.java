package dev.checklist.k8s;

import dev.checklist.CheckContext;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Speaks HTTP to one API server, through the caller's client, with limits of its own.
 *
 * <p>Equal to itself only, so that shared reads of two clients are never mixed.
 */
final class ApiServer {
    /** The longest that one request may take, whatever the client allows. */
    static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final KubernetesClient client;

    ApiServer(KubernetesClient client) {
        this.client = client;
    }

    /** Says that no HTTP answer came; one cause for all lines that wait for the same server. */
    static final class Unreachable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message) {
            super(message);
        }
    }

    String url() {
        return client.getMasterUrl().toString();
    }

    /** Returns the name of the kubeconfig context, if the client has one. */
    Optional<String> context() {
        return Optional.ofNullable(client.getConfiguration().getCurrentContext())
                .map(NamedContext::getName);
    }

    KubernetesSerialization serialization() {
        return client.getKubernetesSerialization();
    }

    /** Reads a path, once for all checks that ask for it now, after one shared look whether the server answers. */
    Reply get(CheckContext context, String path) throws Exception {
        ask(context);
        return context.shared(
                new Get(this, path),
                () -> send(context, path, request(context, path).build()));
    }

    /** Sends a review, which creates nothing on the server; once for all checks that ask for it now. */
    Reply review(CheckContext context, String path, String body) throws Exception {
        ask(context);
        return context.shared(new Review(this, path, body), () -> {
            HttpRequest request =
                    request(context, path).post("application/json", body).build();
            return send(context, path, request);
        });
    }

    private void ask(CheckContext context) throws Exception {
        Reply answered = context.shared(
                new Answers(this),
                () -> send(context, "version", request(context, "version").build()));
        assert answered.code() > 0;
    }

    private HttpRequest.Builder request(CheckContext context, String path) {
        return client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(url() + path)
                .header("Accept", "application/json")
                .header("User-Agent", "checklist (" + ascii(context.checklist()) + ")");
    }

    private static String ascii(String title) {
        return title.replaceAll("[^ -~]|[()\\\\]", "?");
    }

    private Reply send(CheckContext context, String path, HttpRequest request) throws Exception {
        Duration limit =
                shorter(LONGEST_REQUEST, context.remaining().multipliedBy(4).dividedBy(5));
        HttpClient http = client.getHttpClient();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, byte[].class);
        try {
            HttpResponse<byte[]> response = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            List<String> types = response.headers("Content-Type");
            String type = types.isEmpty() ? "" : types.get(0);
            byte[] body = response.body();
            return new Reply(response.code(), type, body == null ? "" : new String(body, StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new Unreachable(
                    "the API server " + url() + " did not answer " + path + " within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new Unreachable("the API server " + url() + " could not be asked for " + path + ": " + root(e));
        } finally {
            answer.cancel(true);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 32; depth++) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private record Get(ApiServer server, String path) {}

    private record Review(ApiServer server, String path, String body) {}

    private record Answers(ApiServer server) {}
}
