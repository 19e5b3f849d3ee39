package dev.checklist.http;

import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Makes checks of HTTP endpoints, all over one client.
 *
 * <p>Immutable and safe to share; there is nothing to close. Lines on the same request that fall due together send it
 * once.
 */
public final class HttpChecks {
    /** The time within which {@link #create()}'s client must have connected. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Asker asker;
    private final @Nullable Address base;

    private HttpChecks(HttpClient client) {
        this(new Asker(client, Addresses::resolved), null);
    }

    private HttpChecks(Asker asker, @Nullable Address base) {
        this.asker = asker;
        this.base = base;
    }

    /**
     * Makes a client for these checks: HTTP/1.1, TLS 1.2 or newer, no redirect followed, no cookie kept, and no proxy,
     * since a proxy that answers in the target's place could turn a line green.
     */
    public static HttpChecks create() {
        SSLParameters tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return new HttpChecks(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslParameters(tls)
                .build());
    }

    /**
     * Uses a client of the caller's, with its proxy, trust and authenticator; it is never closed here.
     *
     * <p>If the client follows redirects, the first answer is what is judged, and requests with headers or a body of
     * their own are refused: the client would carry them to another origin.
     *
     * @throws IllegalArgumentException if the client is null
     */
    public static HttpChecks using(HttpClient client) {
        if (client == null) {
            throw new IllegalArgumentException("client is null: give a java.net.http.HttpClient, or use create()");
        }
        return new HttpChecks(client);
    }

    /**
     * Names the site that is asked: from here on addresses are paths below it, such as {@code /health}. It is no part of
     * the keys of lines, so that a line has the same id wherever the site is. Without it, scheme, host and port are none.
     *
     * @param url absolute, http or https, with the path under which the site is served, if any, and without a query
     * @throws IllegalArgumentException if the address is anything else
     */
    public HttpChecks below(String url) {
        return new HttpChecks(asker, server(url));
    }

    /**
     * Names what a GET of the address answers.
     *
     * @param url absolute, http or https, without user info and fragment; a path, {@linkplain #below below} a site
     * @throws IllegalArgumentException if the address is anything else
     */
    public EndpointChecks get(String url) {
        return request("GET", url);
    }

    /**
     * Names what a request of the address answers; add headers and a body to it.
     *
     * @param method such as POST, in capitals
     * @param url absolute, http or https, without user info and fragment; a path, {@linkplain #below below} a site
     * @throws IllegalArgumentException if the method is no token or CONNECT, or the address is anything else
     */
    public EndpointChecks request(String method, String url) {
        if (base == null) {
            return EndpointChecks.of(asker, Call.of(method, Address.of("url", url)));
        }
        return EndpointChecks.of(asker, Call.of(method, base.below("url", url)), base.folder());
    }

    /**
     * Names a Prometheus server.
     *
     * @param url of the server, with the path under which it is served, if any, and without a query
     * @throws IllegalArgumentException if the address is anything else
     */
    public PrometheusChecks prometheus(String url) {
        return new PrometheusChecks(asker, Call.of("GET", server(url)));
    }

    private Address server(String url) {
        Address address = base == null ? Address.of("url", url) : base.below("url", url);
        if (address.uri().getRawQuery() != null) {
            throw new IllegalArgumentException("url is \"" + address + "\": leave out the query");
        }
        return address;
    }
}
