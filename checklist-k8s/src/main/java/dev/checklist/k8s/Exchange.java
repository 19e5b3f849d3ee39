package dev.checklist.k8s;

import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientImpl;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
                .tag(new RequestConfigBuilder(config)
                        .withRequestRetryBackoffLimit(0)
                        .build())
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

    /** Opens an answer that goes on, of which the consumer takes each part, until it or the limit hangs up. */
    void stream(HttpRequest.Builder unsent, Duration limit, EventStream consumer) {
        HttpRequest request = unsent.forStreaming()
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        HttpClient client =
                http instanceof OkHttpClientImpl okHttp ? consumer.hangup().over(okHttp) : http;
        consumer.follow(client.consumeBytes(request, consumer));
    }

    /** Sends and reads to the end; what goes wrong is worded as the end of a sentence. */
    Reply send(HttpRequest.Builder unsent, Duration limit, int mostBytes) throws NoAnswer, InterruptedException {
        // The client ends a call that takes longer, its connection included, also while a body drips.
        HttpRequest request = unsent.timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS)
                .build();
        Download download = new Download(mostBytes);
        try {
            // A little longer than the client's own time-out, which ends a call more cleanly than we can.
            return receive(request, download, System.nanoTime() + limit.toNanos() + limit.toNanos() / 10);
        } catch (TimeoutException e) {
            throw tooSlow(limit);
        } catch (ExecutionException | RuntimeException e) {
            if (download.isTooLarge()) {
                throw new NoAnswer("answered", " with more than " + (mostBytes >> 20) + " MiB");
            }
            throw worded(e, limit);
        }
    }

    private Reply receive(HttpRequest request, Download download, long end)
            throws NoAnswer, InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<AsyncBody>> head = http.consumeBytes(request, download);
        try {
            HttpResponse<AsyncBody> response = head.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            awaitEnd(request, response, end);
            return new Reply(
                    response.code(),
                    header(response, "Content-Type"),
                    download.size(),
                    download::body,
                    header(response, "Retry-After"));
        } finally {
            head.cancel(true);
        }
    }

    private static String header(HttpResponse<AsyncBody> response, String name) {
        List<String> values = response.headers(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static void awaitEnd(HttpRequest request, HttpResponse<AsyncBody> response, long end)
            throws NoAnswer, InterruptedException, ExecutionException, TimeoutException {
        AsyncBody body = response.body();
        URI answering = response.request().uri();
        if (!isOf(request.uri(), answering)) {
            body.cancel();
            throw new NoAnswer("redirected", " to " + shown(answering) + ": is it the API server, or a login page?");
        }
        body.consume();
        try {
            body.done().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // OkHttp has ended the call by now, and must not be told so while it reads; other clients must be.
            body.cancel();
            throw e;
        }
    }

    // A caller's client may follow redirects; what another page answers says nothing about the cluster.
    private static boolean isOf(URI asked, URI answering) {
        return String.valueOf(asked.getHost()).equalsIgnoreCase(answering.getHost())
                && asked.getScheme().equalsIgnoreCase(answering.getScheme())
                && asked.getPort() == answering.getPort()
                && asked.getPath().equals(answering.getPath());
    }

    private static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
    }

    private static NoAnswer tooSlow(Duration limit) {
        long tenths = (limit.toMillis() + 99) / 100; // not finer, so that two looks say the same
        return new NoAnswer("did not answer", " within " + tenths / 10 + "." + tenths % 10 + " s");
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
        boolean isUnreached = root instanceof ConnectException
                || root instanceof NoRouteToHostException
                || root instanceof UnknownHostException;
        String verb = overTls ? "could not be trusted" : isUnreached ? "could not be reached" : "gave no whole answer";
        return NoAnswer.because(verb + ": " + reason(root));
    }

    /** Says it in words, if it has any: of a name that is unknown Java says the name only. */
    private static String reason(Throwable failure) {
        String message =
                failure.getMessage() == null ? "" : failure.getMessage().strip().replaceAll("\\s+", " ");
        if (message.isEmpty()) {
            return failure.getClass().getSimpleName();
        }
        return failure instanceof UnknownHostException
                ? "unknown host " + message
                : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
