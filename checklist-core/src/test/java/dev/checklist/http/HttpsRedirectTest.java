package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsRedirectTest {
    private static final String PAGE = "http://shop.example/cart?q=1";

    private static Outcome look(int status, String... locations) throws Exception {
        ScriptedClient client = new ScriptedClient().answer("http", status, "Location", locations);
        return FakeRun.look(HttpChecks.using(client).get(PAGE).redirectsToHttps());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void a_permanent_redirect_to_the_same_page_passes(int status) throws Exception {
        Outcome outcome = look(status, "https://shop.example/cart?q=1");
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message())
                .isEqualTo("answered " + status + " with Location https://shop.example/cart?q=***");
        assertThat(outcome.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void a_temporary_redirect_passes_with_a_warning(int status) throws Exception {
        Outcome outcome = look(status, "https://shop.example/cart?q=1");
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.warnings()).singleElement().asString().contains("temporary (" + status + ")");
    }

    @Test
    void a_see_other_is_failed() throws Exception {
        assertThat(look(303, "https://shop.example/cart?q=1").status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/cart?q=1,the first step must be https already",
        "http://www.shop.example/cart?q=1,the first step must be https already",
        "/cart?q=1,the first step must be https already",
        "//shop.example/cart?q=1,the first step must be https already",
        "https://www.shop.example/cart?q=1,expected the host shop.example",
        "https://shop.example.evil.example/cart?q=1,expected the host shop.example",
        "https://shop.example/,expected the same path and query",
        "https://shop.example/cart,expected the same path and query",
        "https://shop.example/cart?q=2,expected the same path and query",
        "https://shop.example:8443/cart?q=1,expected port 443"
    })
    void a_redirect_to_anything_else_is_failed(String location, String why) throws Exception {
        Outcome outcome = look(301, location);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).endsWith(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 304, 404})
    void an_answer_over_plain_http_is_failed(int status) throws Exception {
        Outcome outcome = look(status, "https://shop.example/cart?q=1");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo("expected a redirect (301 or 308) to the same page over https but found status " + status);
    }

    @Test
    void a_page_that_redirects_by_html_or_hsts_alone_is_failed() throws Exception {
        ScriptedClient client =
                new ScriptedClient().answer("http", 200, "Strict-Transport-Security", "max-age=31536000");
        assertThat(FakeRun.look(HttpChecks.using(client).get(PAGE).redirectsToHttps())
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void two_different_locations_are_failed() throws Exception {
        assertThat(look(301, "https://shop.example/cart?q=1", "http://shop.example/")
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_canonical_host_may_be_named() throws Exception {
        ScriptedClient client =
                new ScriptedClient().answer("http", 301, "Location", "https://WWW.shop.example/cart?q=1");
        EndpointChecks shop = HttpChecks.using(client).get(PAGE);
        assertThat(FakeRun.look(shop.redirectsToHttps("www.Shop.example")).status())
                .isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(shop.redirectsToHttps("m.shop.example")).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_port_of_its_own_may_lead_to_any_port() throws Exception {
        ScriptedClient client = new ScriptedClient().answer("http", 301, "Location", "https://127.0.0.1:8443/");
        assertThat(FakeRun.look(HttpChecks.using(client)
                                .get("http://127.0.0.1:8080/")
                                .redirectsToHttps())
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_closed_port_is_an_error_that_names_the_way_out() throws Exception {
        ScriptedClient client = new ScriptedClient().fail("http", new ConnectException("Connection refused"));
        Outcome outcome = FakeRun.look(HttpChecks.using(client).get(PAGE).redirectsToHttps());
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("allowClosedPort80()", "connection refused at shop.example:80");
    }

    @Test
    void a_closed_port_passes_where_it_is_allowed_and_https_answers() throws Exception {
        ScriptedClient client = new ScriptedClient()
                .fail("http", new ConnectException("Connection refused"))
                .answer("https", 401);
        Outcome outcome = FakeRun.look(over(client, closedPort(), "127.0.0.1", "127.0.0.2")
                .header("X-Api-Key", "k3y-of-the-run")
                .allowClosedPort80()
                .redirectsToHttps());
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message())
                .isEqualTo("port 80 is closed, and GET https://shop.example/cart?q=*** answered 401");
        assertThat(client.requests().get(1).headers().firstValue("X-Api-Key")).isEmpty();
    }

    @Test
    void a_closed_port_of_a_host_that_is_down_is_an_error() throws Exception {
        ScriptedClient client = new ScriptedClient()
                .fail("http", new ConnectException("Connection refused"))
                .fail("https", new ConnectException("Connection refused"));
        Outcome outcome = FakeRun.look(
                over(client, closedPort(), "127.0.0.1").allowClosedPort80().redirectsToHttps());
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("could not see that the host is up");
    }

    /** The client tries the first address only; the second may serve the page in the clear. */
    @Test
    void a_port_is_not_closed_while_one_of_several_addresses_takes_connections() throws Exception {
        ScriptedClient client = new ScriptedClient()
                .fail("http", new ConnectException("Connection refused"))
                .answer("https", 200);
        try (ServerSocket open = openAtTheSecondAddressOnly()) {
            Outcome outcome = FakeRun.look(over(client, open.getLocalPort(), "127.0.0.1", "127.0.0.2")
                    .allowClosedPort80()
                    .redirectsToHttps());
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains("127.0.0.2 port " + open.getLocalPort() + " takes connections");
        }
    }

    /** Another process of this machine may have the same port at the first address. */
    private static ServerSocket openAtTheSecondAddressOnly() throws IOException {
        while (true) {
            ServerSocket open = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"));
            try (ServerSocket free = new ServerSocket(open.getLocalPort(), 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(free.isBound()).isTrue();
                return open;
            } catch (BindException e) {
                open.close();
            }
        }
    }

    @Test
    void a_port_is_not_closed_where_an_address_cannot_be_asked_or_is_gone() throws Exception {
        ScriptedClient client = new ScriptedClient()
                .fail("http", new ConnectException("Connection refused"))
                .answer("https", 200);
        // a broadcast address takes no connection, and does not refuse one
        assertThat(FakeRun.look(over(client, closedPort(), "127.0.0.1", "255.255.255.255")
                                .allowClosedPort80()
                                .redirectsToHttps())
                        .message())
                .contains("255.255.255.255", "could not be asked");
        Outcome gone = FakeRun.look(EndpointChecks.of(
                        new Asker(client, asked -> {
                            throw new UnknownHostException(asked.host());
                        }),
                        Call.of("GET", Address.of("url", PAGE)))
                .allowClosedPort80()
                .redirectsToHttps());
        assertThat(gone.status()).isEqualTo(Status.ERROR);
        assertThat(gone.message()).contains("was not resolved again");
    }

    private static EndpointChecks over(HttpClient client, int port, String... addresses) {
        Addresses known = asked -> Stream.of(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        return EndpointChecks.of(new Asker(client, known), Call.of("GET", Address.of("url", PAGE)));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return closed.getLocalPort();
        }
    }

    @Test
    void a_name_that_does_not_resolve_is_no_closed_port() throws Exception {
        ConnectException unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());
        ScriptedClient client = new ScriptedClient().fail("http", unresolved).answer("https", 200);
        assertThat(FakeRun.look(HttpChecks.using(client)
                                .get(PAGE)
                                .allowClosedPort80()
                                .redirectsToHttps())
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void a_refusal_that_a_proxy_may_have_sent_is_no_closed_port() throws Exception {
        ScriptedClient client = new ScriptedClient()
                .through(ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example", 3128)))
                .fail("http", new ConnectException("Connection refused"))
                .answer("https", 200);
        Outcome outcome = FakeRun.look(
                HttpChecks.using(client).get(PAGE).allowClosedPort80().redirectsToHttps());
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("a proxy is in use");
    }

    @Test
    void an_https_address_or_a_malformed_host_is_refused() {
        HttpChecks http = HttpChecks.create();
        assertThatThrownBy(() -> http.get("https://shop.example/").redirectsToHttps())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("url is \"https://shop.example/\": expected one that starts with http://");
        assertThatThrownBy(() -> http.get(PAGE).redirectsToHttps("not a host"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> http.get("http://shop.example:8080/").allowClosedPort80())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> http.get("https://shop.example/").allowClosedPort80())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
