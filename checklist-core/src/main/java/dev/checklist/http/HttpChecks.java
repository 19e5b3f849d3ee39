package dev.checklist.http;

import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLParameters;

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

    private HttpChecks(HttpClient client) {
        this.asker = new Asker(client, Addresses::resolved);
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
     * Names what a GET of the address answers.
     *
     * @param url absolute, http or https, without user info and fragment
     * @throws IllegalArgumentException if the address is anything else
     */
    public EndpointChecks get(String url) {
        return request("GET", url);
    }

    /**
     * Names what a request of the address answers; add headers and a body to it.
     *
     * @param method such as POST, in capitals
     * @param url absolute, http or https, without user info and fragment
     * @throws IllegalArgumentException if the method is no token or CONNECT, or the address is anything else
     */
    public EndpointChecks request(String method, String url) {
        return EndpointChecks.of(asker, Call.of(method, Address.of("url", url)));
    }

    /**
     * Names a Prometheus server.
     *
     * @param url of the server, with the path under which it is served, if any, and without a query
     * @throws IllegalArgumentException if the address is anything else
     */
    public PrometheusChecks prometheus(String url) {
        Address address = Address.of("url", url);
        if (address.uri().getRawQuery() != null) {
            throw new IllegalArgumentException("url is \"" + address + "\": leave out the query");
        }
        return new PrometheusChecks(asker, Call.of("GET", address));
    }
}
