package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest extends WebTest {
    private EndpointChecks admin(String location) {
        page("/admin", redirect(302, location));
        return http.get(url("/admin"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_to_the_address_passes(int status) throws Exception {
        page("/admin", redirect(status, url("/login")));
        Outcome outcome = FakeRun.look(http.get(url("/admin")).redirectsTo(url("/login")));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("answered " + status + " with Location " + url("/login"));
        assertThat(outcome.evidence()).containsEntry("location", url("/login"));
    }

    @ParameterizedTest
    @CsvSource({
        "/login,/login",
        "login,/login",
        "/login#top,/login",
        "?page=2,/admin?page=2",
        "HTTP://LOCALHOST/x,http://localhost/x",
        "http://localhost,http://localhost/",
        "//localhost/x,http://localhost/x",
        "https://localhost:443/x,https://localhost/x"
    })
    void a_location_is_resolved_as_a_browser_does(String location, String target) throws Exception {
        assertThat(FakeRun.look(admin(location).redirectsTo(target)).status()).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "/login,/logout",
        "/login?next=/admin,/login",
        "/login/,/login",
        "/LOGIN,/login",
        "https://localhost/x,http://localhost/x",
        "//elsewhere.example/login,/login",
        "http://localhost:81/x,http://localhost/x"
    })
    void a_redirect_elsewhere_is_failed(String location, String target) throws Exception {
        Outcome outcome = FakeRun.look(admin(location).redirectsTo(target));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("expected a redirect to ", " but found one to ");
    }

    @Test
    void two_addresses_that_differ_in_what_is_masked_are_told_apart() throws Exception {
        Outcome outcome = FakeRun.look(admin("/login?next=/a").redirectsTo("/login?next=/b"));
        assertThat(outcome.message())
                .isEqualTo("expected a redirect to " + url("/login?next=***") + " but found one to "
                        + url("/login?next=***") + " (the masked query values differ)");
    }

    @Test
    void an_answer_that_is_no_redirect_is_failed() throws Exception {
        page("/admin", html("log in").withHeader("Location", url("/login")));
        assertThat(FakeRun.look(http.get(url("/admin")).redirectsTo("/login")).message())
                .isEqualTo("expected a redirect to " + url("/login") + " but found status 200");
        page("/admin", status(304).withHeader("Location", url("/login")));
        assertThat(FakeRun.look(http.get(url("/admin")).redirectsTo("/login")).status())
                .isEqualTo(Status.FAILED);
        page("/admin", status(503));
        assertThat(FakeRun.look(http.get(url("/admin")).redirectsTo("/login")).status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void a_redirect_without_location_is_failed() throws Exception {
        page("/admin", status(302));
        assertThat(FakeRun.look(http.get(url("/admin")).redirectsTo("/login")).message())
                .endsWith("answered 302 with no Location");
    }

    @Test
    void two_different_locations_are_failed() throws Exception {
        page("/admin", status(302).withHeader("Location", url("/login"), url("/evil")));
        Outcome outcome = FakeRun.look(http.get(url("/admin")).redirectsTo("/login"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).endsWith("answered 302 with different Location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://[",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://u:p4ss@127.0.0.1/login",
                "/a b",
                "http:opaque"
            })
    void a_location_that_leads_nowhere_is_failed(String location) throws Exception {
        Outcome outcome = FakeRun.look(admin(location).redirectsTo("/login"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .contains("with a Location that is no http or https address")
                .doesNotContain("p4ss");
    }

    @Test
    void a_followed_redirect_within_the_origin_passes() throws Exception {
        page("/a", redirect(302, "/b"));
        page("/b", redirect(308, "c"));
        page("/c", html("arrived"));
        Outcome outcome = FakeRun.look(http.get(url("/a")).followingRedirects().hasBodyContaining("arrived"));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.evidence()).containsEntry("url", url("/c"));
    }

    @Test
    void a_login_page_behind_a_redirect_answers_every_path_and_is_failed() throws Exception {
        everyPage(redirect(302, "/login"));
        page("/login", html("log in"));
        Outcome outcome =
                FakeRun.look(http.get(url("/health")).followingRedirects().respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("this server answers 200 for every path");
    }

    @Test
    void a_redirect_to_another_origin_is_failed_and_never_followed() throws Exception {
        try (RawServer other = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine")) {
            page("/a", redirect(302, other.url()));
            Outcome outcome = FakeRun.look(http.get(url("/a"))
                    .header("X-Api-Key", "k3y-of-the-run")
                    .followingRedirects()
                    .hasBodyContaining("fine"));
            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.message())
                    .contains("was redirected to " + other.url() + ", another scheme, host or port");
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void a_redirect_to_https_of_the_same_host_is_another_origin() throws Exception {
        page("/a", redirect(301, "https://127.0.0.1:" + server.port() + "/a"));
        assertThat(FakeRun.look(http.get(url("/a")).followingRedirects().respondsWith(200))
                        .message())
                .contains("was redirected to https://");
    }

    @Test
    void a_redirect_loop_is_failed_and_shown() throws Exception {
        page("/a", redirect(302, "/b"));
        page("/b", redirect(302, "/a"));
        Outcome outcome = FakeRun.look(http.get(url("/a")).followingRedirects().respondsWith(200, 302));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo("expected status 200 or 302 but found a redirect loop: " + url("/a") + " → " + url("/b")
                        + " → " + url("/a"));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void redirects_without_end_are_failed() throws Exception {
        for (int i = 0; i < 20; i++) {
            page("/" + i, redirect(302, "/" + (i + 1)));
        }
        Outcome outcome = FakeRun.look(http.get(url("/0")).followingRedirects().hasBodyContaining("x"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("found too many redirects: ");
        assertThat(requests()).isEqualTo(11);
    }

    @Test
    void a_predicate_that_judges_the_first_answer_refuses_to_follow() {
        EndpointChecks following = http.get(url("/")).followingRedirects();
        assertThatThrownBy(() -> following.redirectsTo("/login"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("redirectsTo judges the first answer: leave out followingRedirects()");
        assertThatThrownBy(following::redirectsToHttps).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> following.respondsWithin(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
