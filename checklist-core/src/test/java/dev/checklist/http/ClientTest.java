package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ClientTest extends WebTest {
    private final HttpClient follower =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    @Test
    void a_redirect_that_the_callers_client_followed_is_judged_by_its_first_answer() throws Exception {
        page("/health", redirect(302, "/login"));
        page("/login", html("log in"));
        EndpointChecks health = HttpChecks.using(follower).get(url("/health"));
        Outcome outcome = FakeRun.look(health.respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).isEqualTo("expected status 200 but found 302, a redirect to " + url("/login"));
        assertThat(FakeRun.look(health.hasBodyContaining("log in")).status()).isEqualTo(Status.FAILED);
        assertThat(FakeRun.look(health.redirectsTo("/login")).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_redirect_that_the_callers_client_followed_to_another_host_is_failed() throws Exception {
        try (RawServer other = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nConnection: close\r\n\r\nfine")) {
            page("/health", redirect(307, other.url()));
            Outcome outcome =
                    FakeRun.look(HttpChecks.using(follower).get(url("/health")).hasBodyContaining("fine"));
            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.message()).contains("found status 307, a redirect to " + other.url());
        }
    }

    @Test
    void the_first_of_several_followed_redirects_counts() throws Exception {
        page("/a", redirect(301, "/b"));
        page("/b", redirect(302, "/c"));
        page("/c", html("fine"));
        assertThat(FakeRun.look(HttpChecks.using(follower).get(url("/a")).redirectsTo("/b"))
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(HttpChecks.using(follower).get(url("/a")).redirectsTo("/c"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_redirect_loop_of_the_callers_client_is_no_success() throws Exception {
        page("/a", redirect(302, "/b"));
        page("/b", redirect(302, "/a"));
        assertThat(FakeRun.look(HttpChecks.using(follower).get(url("/a")).respondsWith(200))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void following_on_behalf_of_the_callers_client_stays_within_the_origin() throws Exception {
        page("/a", redirect(302, "/b"));
        page("/b", html("fine"));
        assertThat(FakeRun.look(HttpChecks.using(follower)
                                .get(url("/a"))
                                .followingRedirects()
                                .hasBodyContaining("fine"))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void an_answer_from_another_address_is_failed_even_if_the_client_hides_how_it_got_there() throws Exception {
        ScriptedClient client =
                new ScriptedClient().answer("https", 200).endingAt("https://login.example/?token=s3cret-token");
        Outcome outcome = FakeRun.look(
                HttpChecks.using(client).get("https://shop.example/").respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("was redirected by the client to https://login.example/?token=***");
    }

    @Test
    void a_client_that_follows_redirects_gets_no_header_and_no_body() {
        EndpointChecks endpoint = HttpChecks.using(follower).request("POST", url("/"));
        assertThatThrownBy(() -> endpoint.header("X-Api-Key", "k3y-of-the-run"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("client follows redirects and would send header X-Api-Key to another origin")
                .hasMessageNotContaining("k3y");
        assertThatThrownBy(() -> endpoint.body("text/plain", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_callers_client_is_used_and_not_closed() throws Exception {
        page("/", html("fine"));
        HttpClient client = HttpClient.newHttpClient();
        assertThat(FakeRun.look(HttpChecks.using(client).get(url("/")).hasBodyContaining("fine"))
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(client.send(
                                HttpRequest.newBuilder(URI.create(url("/"))).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("fine");
    }

    @Test
    void no_client_is_refused() {
        assertThatThrownBy(() -> HttpChecks.using(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("client is null");
    }

    @Test
    void a_request_asks_for_plain_http_1_1_without_packing_or_upgrade() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nConnection: close\r\n\r\nfine")) {
            HttpChecks upgrading = HttpChecks.using(
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build());
            assertThat(FakeRun.look(upgrading.get(server.url()).hasBodyContaining("fine"))
                            .status())
                    .isEqualTo(Status.PASSED);
            assertThat(server.requests().poll())
                    .startsWith("GET /health HTTP/1.1\r\n")
                    .contains("Accept-Encoding: identity\r\n", "User-Agent: checklist\r\n")
                    .doesNotContainIgnoringCase("upgrade");
        }
    }

    @Test
    void headers_and_body_are_sent_as_given() throws Exception {
        server.stubFor(post("/token").willReturn(json("{\"token_type\":\"bearer\"}")));
        page("/page", html("fine"));
        assertThat(FakeRun.look(http.request("POST", url("/token"))
                                .header("X-Api-Key", "k3y-of-the-run")
                                .body("application/json", "{\"name\":\"é\"}")
                                .hasJsonAt("/token_type", "bearer"))
                        .status())
                .isEqualTo(Status.PASSED);
        server.verify(postRequestedFor(urlEqualTo("/token"))
                .withHeader("X-Api-Key", equalTo("k3y-of-the-run"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalTo("{\"name\":\"é\"}")));
        assertThat(FakeRun.look(http.get(url("/page"))
                                .header("User-Agent", "probe/1")
                                .header("Accept-Encoding", "identity;q=1")
                                .hasBodyContaining("fine"))
                        .status())
                .isEqualTo(Status.PASSED);
        server.verify(getRequestedFor(urlEqualTo("/page"))
                .withHeader("User-Agent", equalTo("probe/1"))
                .withHeader("Accept-Encoding", equalTo("identity;q=1")));
    }

    @Test
    void a_path_beyond_ascii_is_sent_encoded() throws Exception {
        page("/%C3%A9t%C3%A9", html("fine"));
        assertThat(FakeRun.look(http.get(url("/été")).hasBodyContaining("fine")).status())
                .isEqualTo(Status.PASSED);
    }
}
