package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.LibraryVersion;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP to one API server, through the caller's client, with limits of its own.
 *
 * <p>Equal to itself only, so that shared reads of two clients are never mixed.
 */
final class ApiServer {
    /** The longest that one request may take, whatever the client allows. */
    static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    /** The most that is read of one object; etcd takes no more than 1.5 MiB by default. */
    static final int LARGEST_OBJECT = 8 << 20;

    /** The most that is read of one page of a list. */
    static final int LARGEST_PAGE = 64 << 20;

    private static final int LONGEST_TITLE = 100;

    private final KubernetesClient client;
    private final boolean showsLogs;

    ApiServer(KubernetesClient client, boolean showsLogs) {
        this.client = client;
        this.showsLogs = showsLogs;
    }

    /** Tells whether lines of logs may be shown in reports. */
    boolean showsLogs() {
        return showsLogs;
    }

    /** Returns the address as it is shown, without user info. */
    String url() {
        URL url = client.getMasterUrl();
        return url.getProtocol() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + url.getPath();
    }

    /** Returns the name of the kubeconfig context, if the client has one. */
    Optional<String> context() {
        return Optional.ofNullable(client.getConfiguration().getCurrentContext())
                .map(NamedContext::getName);
    }

    /** Tells whether the client has credentials to send; a server refuses wrong ones. */
    boolean sendsCredentials() {
        return Credentials.areIn(client.getConfiguration());
    }

    /**
     * Looks, once for all checks that ask now, whether the server answers at all, and returns what it says of its
     * version.
     *
     * @throws Refusal if nobody answers, or surely not an API server that knows us: one cause for all lines
     */
    Reply version(CheckContext context) throws Exception {
        return context.shared(new Version(this), () -> {
            Reply reply = get(context, "version", LARGEST_OBJECT);
            int code = reply.code();
            if (code == 401) {
                throw notAccepted("version", reply);
            }
            if (code >= 500 || code >= 300 && code < 400) {
                throw Refusal.error(answered("version", reply));
            }
            if (code == 200 && reply.as(Map.class) == null) {
                throw noAnswer("version", reply);
            }
            return reply;
        });
    }

    /** Reads a path, now and for this check alone. */
    Reply get(CheckContext context, String path, int mostBytes) throws Exception {
        return send(context, path, null, mostBytes);
    }

    /** Sends a review, which creates nothing on the server; once for all checks that ask for it now. */
    Reply review(CheckContext context, String path, String body) throws Exception {
        Reply version = version(context);
        assert version.code() > 0 : "the server answers";
        return context.shared(
                        new Review(this, path, body), () -> Reading.of(() -> send(context, path, body, LARGEST_OBJECT)))
                .get();
    }

    /** Counts a page of a list for the report. */
    void countPage(CheckContext context) throws Refusal {
        limits(context).countPage();
    }

    Limits limits(CheckContext context) {
        return context.perRun(new Busy(this), () -> new Limits(url()));
    }

    /**
     * Returns what sends the requests of this run.
     *
     * @throws Refusal if the client has been closed: it would let us wait for nothing
     */
    Exchange exchange(CheckContext context) throws Refusal {
        HttpClient http = client.getHttpClient();
        if (http.isClosed()) {
            throw Refusal.error("the client of the API server " + url() + " has been closed");
        }
        return context.perRun(
                new Session(this),
                () -> Exchange.over(http, client.getConfiguration().getRequestConfig(), userAgent(context)));
    }

    /** Makes a request, not sent yet. */
    HttpRequest.Builder request(Exchange exchange, String path) {
        return exchange.request(client.getMasterUrl() + path);
    }

    private Reply send(CheckContext context, String path, @Nullable String body, int mostBytes) throws Exception {
        Exchange exchange = exchange(context);
        try {
            while (true) {
                HttpRequest.Builder unsent = request(exchange, path);
                HttpRequest.Builder request = body == null ? unsent : unsent.post("application/json", body);
                Reply reply = limits(context).send(context, () -> exchange.send(request, longest(context), mostBytes));
                Optional<Duration> wait = reply.retryAfter(context.now());
                if (wait.isEmpty() || wait.get().compareTo(ours(context)) >= 0) {
                    return reply;
                }
                context.pause(wait.get());
            }
        } catch (NoAnswer e) {
            throw Refusal.error("the API server " + url() + " " + e.to(path));
        }
    }

    private static Duration longest(CheckContext context) {
        Duration ours = ours(context);
        return ours.compareTo(LONGEST_REQUEST) < 0 ? ours : LONGEST_REQUEST;
    }

    /** Returns what is left for requests: the rest of the attempt's time is for saying what came of them. */
    private static Duration ours(CheckContext context) {
        return context.remaining().multipliedBy(4).dividedBy(5);
    }

    private static String userAgent(CheckContext context) {
        String title = context.checklist().replaceAll("[^ -~]|[()\\\\]", "?");
        return "checklist/" + LibraryVersion.current() + " ("
                + (title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title) + ")";
    }

    /** Words an answer that is none to the question. */
    String answered(String what, Reply reply) {
        return "the API server " + url() + ", asked for " + what + ", answered " + reply;
    }

    /** Says that the server does not know us. */
    Refusal notAccepted(String what, Reply reply) {
        return Refusal.error("the API server " + url() + ", asked for " + what
                + ": the server did not accept our credentials (" + reply + ")");
    }

    /** Says that this cannot be an API server, or not its answer. */
    Refusal noAnswer(String wanted, Reply reply) {
        return Refusal.error("expected the " + wanted + " but the server " + url() + " answered " + reply
                + ": is it the API server, or a login page?");
    }

    private record Session(ApiServer server) {}

    private record Busy(ApiServer server) {}

    private record Review(ApiServer server, String path, String body) {}

    private record Version(ApiServer server) {}
}
