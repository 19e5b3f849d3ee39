package dev.checklist.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Answers by scheme, without a network; for ports that a test cannot have and clients that do odd things. */
final class ScriptedClient extends HttpClient {
    private final Map<String, Reply> replies = new HashMap<>();
    private final List<HttpRequest> requests = new ArrayList<>();
    private @Nullable ProxySelector proxy;
    private @Nullable URI endsAt;
    private @Nullable Reply firstReply;

    ScriptedClient answer(String scheme, int status) {
        replies.put(scheme, new Reply(status, Map.of(), null));
        return this;
    }

    ScriptedClient answer(String scheme, int status, String name, String... values) {
        replies.put(scheme, new Reply(status, Map.of(name, List.of(values)), null));
        return this;
    }

    /** Answers the first request in one way and all others in another. */
    ScriptedClient pages(int status, Map<String, List<String>> first, int other, Map<String, List<String>> others) {
        replies.put("https", new Reply(other, others, null));
        firstReply = new Reply(status, first, null);
        return this;
    }

    ScriptedClient fail(String scheme, IOException failure) {
        replies.put(scheme, new Reply(0, Map.of(), failure));
        return this;
    }

    ScriptedClient through(ProxySelector selector) {
        proxy = selector;
        return this;
    }

    /** Claims that the answer came from another address, without saying how it got there. */
    ScriptedClient endingAt(String url) {
        endsAt = URI.create(url);
        return this;
    }

    List<HttpRequest> requests() {
        return requests;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        requests.add(request);
        Reply reply = firstReply != null && requests.size() == 1
                ? firstReply
                : replies.get(request.uri().getScheme());
        if (reply.failure() != null) {
            return CompletableFuture.failedFuture(reply.failure());
        }
        HttpHeaders headers = HttpHeaders.of(reply.headers(), (name, value) -> true);
        Answered<T> answered =
                new Answered<>(request, reply.status(), headers, endsAt == null ? request.uri() : endsAt, null);
        BodySubscriber<T> body = handler.apply(answered.info());
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        body.onComplete();
        return body.getBody()
                .toCompletableFuture()
                .<HttpResponse<T>>thenApply(b -> new Answered<>(request, reply.status(), headers, answered.uri(), b));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> push) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException("a check must be able to cancel its request");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.of(proxy == null ? Builder.NO_PROXY : proxy);
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }

    private record Reply(
            int status,
            Map<String, List<String>> headers,
            @Nullable IOException failure) {}

    private record Answered<T>(
            HttpRequest request,
            int statusCode,
            HttpHeaders headers,
            URI uri,
            @Nullable T body) implements HttpResponse<T> {
        HttpResponse.ResponseInfo info() {
            return new HttpResponse.ResponseInfo() {
                @Override
                public int statusCode() {
                    return statusCode;
                }

                @Override
                public HttpHeaders headers() {
                    return headers;
                }

                @Override
                public Version version() {
                    return Version.HTTP_1_1;
                }
            };
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }
}
