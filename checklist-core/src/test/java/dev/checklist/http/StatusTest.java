package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest extends WebTest {
    private static final String SHELL = "<html><div id=app></div></html>";

    @Test
    void the_expected_status_passes_and_shows_what_was_seen() throws Exception {
        page("/health", json("{}"));
        Outcome outcome = FakeRun.look(http.get(url("/health")).respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("answered 200");
        assertThat(outcome.evidence())
                .containsEntry("url", url("/health"))
                .containsEntry("status", "200")
                .containsEntry("content type", "application/json")
                .containsEntry("bytes read", "2");
    }

    @Test
    void another_status_is_failed_and_names_both() throws Exception {
        page("/health", status(503));
        Outcome outcome = FakeRun.look(http.get(url("/health")).respondsWith(200, 204));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).isEqualTo("expected status 200 or 204 but found 503");
        assertThat(outcome.isConclusive()).isFalse();
    }

    @Test
    void any_of_the_named_statuses_passes() throws Exception {
        page("/admin", status(403));
        assertThat(FakeRun.look(http.get(url("/admin")).respondsWith(401, 403)).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void an_absent_page_is_failed() throws Exception {
        assertThat(FakeRun.look(http.get(url("/helth")).respondsWith(200)).message())
                .isEqualTo("expected status 200 but found 404");
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        page("/health", redirect(302, "/login?next=/health"));
        page("/login?next=/health", html("log in"));
        Outcome outcome = FakeRun.look(http.get(url("/health")).respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo("expected status 200 but found 302, a redirect to " + url("/login?next=***"));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_single_page_application_that_answers_every_path_is_failed() throws Exception {
        everyPage(html(SHELL));
        Outcome outcome = FakeRun.look(http.get(url("/api/health")).respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .contains(
                        "this server answers 200 for every path", "content type text/html", "evenIfEveryPathAnswers()");
        assertThat(outcome.evidence().get("made-up page")).startsWith(url("/api/checklist-"));
    }

    @Test
    void a_login_page_that_differs_in_every_copy_is_failed() throws Exception {
        page("/health", html("<form><input name=csrf value=1111></form>"));
        everyPage(html("<form><input name=csrf value=2222></form>"));
        assertThat(FakeRun.look(http.get(url("/health")).respondsWith(200)).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void an_answer_of_another_type_beside_a_single_page_application_passes() throws Exception {
        page("/api/health", json("{\"status\":\"pass\"}"));
        everyPage(html(SHELL));
        assertThat(FakeRun.look(http.get(url("/api/health")).respondsWith(200)).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void the_author_may_say_that_every_path_answers() throws Exception {
        everyPage(html(SHELL));
        Outcome outcome =
                FakeRun.look(http.get(url("/")).evenIfEveryPathAnswers().respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_server_without_content_types_that_answers_every_path_is_failed() throws Exception {
        everyPage(status(200));
        assertThat(FakeRun.look(http.get(url("/health")).respondsWith(200)).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_head_is_held_against_a_made_up_page_too() throws Exception {
        everyPage(html(SHELL));
        assertThat(FakeRun.look(http.request("HEAD", url("/health")).respondsWith(200))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_made_up_page_that_cannot_be_seen_is_an_error() throws Exception {
        page("/health", json("{}"));
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Outcome outcome = FakeRun.look(http.get(url("/health")).respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("could not see whether this server answers so for every path");
    }

    @Test
    void one_made_up_page_serves_all_lines_on_the_same_folder() throws Exception {
        page("/api/a", json("{}"));
        page("/api/b", json("{}"));
        List<Outcome> outcomes = new FakeRun()
                .together(
                        http.get(url("/api/a")).respondsWith(200),
                        http.get(url("/api/b")).respondsWith(200));
        assertThat(outcomes).extracting(Outcome::status).containsOnly(Status.PASSED);
        server.verify(1, getRequestedFor(urlMatching("/api/checklist-[0-9a-f]{16}")));
    }

    @Test
    void all_lines_on_one_request_that_look_together_send_it_once() throws Exception {
        page("/health", json("{\"status\":\"pass\"}").withHeader("X-Version", "7"));
        EndpointChecks health = http.get(url("/health")).evenIfEveryPathAnswers();
        List<Outcome> outcomes = new FakeRun()
                .together(
                        health.respondsWith(200),
                        health.hasJsonAt("/status", "pass"),
                        health.hasBodyContaining("pass"),
                        health.hasHeader("X-Version"),
                        health.hasContentType("application/json"));
        assertThat(outcomes).extracting(Outcome::status).containsOnly(Status.PASSED);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_line_with_time_left_asks_again_when_the_one_that_asked_for_it_had_less() throws Exception {
        page("/health", json("{}"));
        Check health = http.get(url("/health")).hasBodyContaining("{}");
        NoAnswerException timedOut = NoAnswerException.timedOut("GET /: no complete answer in time");
        assertThat(new FakeRun().failing(timedOut).ask(health).status()).isEqualTo(Status.PASSED);
        assertThat(new FakeRun(Duration.ofMillis(400))
                        .failing(timedOut)
                        .ask(health)
                        .message())
                .endsWith("could not look: GET /: no complete answer in time");
        NoAnswerException refused = NoAnswerException.connectionRefused("GET /: connection refused");
        assertThat(new FakeRun().failing(refused).ask(health).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_later_look_sends_the_request_anew() throws Exception {
        page("/health", status(503));
        FakeRun run = new FakeRun();
        assertThat(run.ask(http.get(url("/health")).respondsWith(200)).status()).isEqualTo(Status.FAILED);
        page("/health", json("{}"));
        assertThat(run.ask(http.get(url("/health")).respondsWith(200), 2).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void requests_with_different_headers_are_not_shared() throws Exception {
        page("/health", json("{}"));
        List<Outcome> outcomes = new FakeRun()
                .together(
                        http.get(url("/health")).header("Accept", "text/html").hasBodyContaining("{"),
                        http.get(url("/health"))
                                .header("Accept", "application/json")
                                .hasBodyContaining("{"));
        assertThat(outcomes).extracting(Outcome::status).containsOnly(Status.PASSED);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_post_is_never_sent_to_a_made_up_page() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(status(201)));
        EndpointChecks events = http.request("POST", url("/events")).body("application/json", "{}");
        assertThat(FakeRun.look(events.respondsWith(201)).status()).isEqualTo(Status.PASSED);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_large_body_can_be_read_when_the_author_says_so() throws Exception {
        page("/big", html("x".repeat(2 << 20)));
        assertThat(FakeRun.look(http.get(url("/big")).respondsWith(200)).status())
                .isEqualTo(Status.ERROR);
        assertThat(FakeRun.look(http.get(url("/big")).readingUpTo(3 << 20).respondsWith(200))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_body_of_exactly_the_limit_is_complete() throws Exception {
        page("/exact", html("x".repeat(100)));
        assertThat(FakeRun.look(http.get(url("/exact")).readingUpTo(100).respondsWith(200))
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(http.get(url("/exact")).readingUpTo(99).respondsWith(200))
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 199, 600})
    void a_status_that_no_answer_ends_with_is_refused(int status) {
        assertThatThrownBy(() -> http.get(url("/")).respondsWith(200, status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("status is " + status + ": expected between 200 and 599");
    }
}
