package dev.checklist.k8s;

import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends requests of one run: each once, within a time and a size, and takes no answer from elsewhere. */
final class Exchange {
    private final HttpClient http;

    private Exchange(HttpClient http) {
        this.http = http;
    }

    /**
     * Derives a client that shares the connections of the caller's, without its retries, which would multiply ours, and
     * without its log of bodies, which may be Secrets.
     */
    static Exchange over(HttpClient callers, RequestConfig config, String userAgent) {
        return new Exchange(callers.newBuilder()
                .tag(new RequestConfigBuilder(config).withRequestRetryBackoffLimit(0).build())
                .addOrReplaceInterceptor("HttpLogging", null)
                .addOrReplaceInterceptor("CHECKLIST", new Interceptor() {
                    @Override
                    public void before(BasicBuilder request, HttpRequest unused, RequestTags tags) {
                        request.setHeader("User-Agent", userAgent);
                    }
                })
                .build());
    }

    HttpRequest.Builder request(String url) {
        return http.newHttpRequestBuilder().uri(url).header("Accept", "application/json");
    }

    /** Sends and reads to the end; what goes wrong is worded as the end of a sentence. */
    Reply send(HttpRequest.Builder unsent, Duration limit, int mostBytes) throws NoAnswer, InterruptedException {
        // The client ends a call that takes longer, its connection included, also while a body drips.
        HttpRequest request = unsent.timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS)
                .build();
        Download download = new Download(mostBytes);
        try {
            return receive(request, download, System.nanoTime() + limit.toNanos());
        } catch (TimeoutException e) {
            throw tooSlow(limit);
        } catch (ExecutionException | RuntimeException e) {
            if (download.isTooLarge()) {
                throw new NoAnswer("answered with more than " + (mostBytes >> 20) + " MiB");
            }
            throw worded(e, limit);
        }
    }

    private Reply receive(HttpRequest request, Download download, long end)
            throws NoAnswer, InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<AsyncBody>> head = http.consumeBytes(request, download);
        try {
            HttpResponse<AsyncBody> response = head.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            AsyncBody body = response.body();
            try {
                mustBeOf(request.uri(), response.request().uri());
                body.consume();
                Void whole = body.done().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                assert whole == null : "there is nothing but the end to wait for";
            } finally {
                if (!body.done().isDone()) {
                    body.cancel();
                }
            }
            List<String> types = response.headers("Content-Type");
            return new Reply(response.code(), types.isEmpty() ? "" : types.get(0), download::body);
        } finally {
            head.cancel(true);
        }
    }

    // A caller's client may follow redirects; what another page answers says nothing about the cluster.
    private static void mustBeOf(URI asked, URI answering) throws NoAnswer {
        boolean same = String.valueOf(asked.getHost()).equalsIgnoreCase(answering.getHost())
                && asked.getScheme().equalsIgnoreCase(answering.getScheme())
                && asked.getPort() == answering.getPort()
                && asked.getPath().equals(answering.getPath());
        if (!same) {
            throw new NoAnswer("redirected us to " + answering.getScheme() + "://" + answering.getHost()
                    + (answering.getPort() < 0 ? "" : ":" + answering.getPort()) + answering.getPath()
                    + ": is it the API server, or a login page?");
        }
    }

    private static NoAnswer tooSlow(Duration limit) {
        long tenths = (limit.toMillis() + 99) / 100; // not finer, so that two looks say the same
        return new NoAnswer("did not answer within " + tenths / 10 + "." + tenths % 10 + " s");
    }

    // The client's own time-out cancels the call, which fails of that in turn: any of the causes tells.
    private static NoAnswer worded(Throwable failure, Duration limit) {
        boolean overTls = false;
        Throwable root = failure;
        for (int depth = 0; depth < 32; depth++) {
            if (root instanceof InterruptedIOException || root instanceof TimeoutException) {
                return tooSlow(limit);
            }
            overTls |= root instanceof SSLException;
            if (root.getCause() == null) {
                break;
            }
            root = root.getCause();
        }
        boolean unreached = root instanceof ConnectException || root instanceof UnknownHostException;
        String message = root.getMessage();
        return new NoAnswer(
                (overTls ? "could not be trusted: " : unreached ? "could not be reached: " : "gave no whole answer: ")
                        + root.getClass().getSimpleName()
                        + (message == null || message.isBlank() ? "" : ": " + message));
    }
}
