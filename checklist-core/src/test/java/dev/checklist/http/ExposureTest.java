package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks for what should not be public, and shows none of it. */
class ExposureTest extends WebTest {
    private static final String CANARY = "canary4711";

    private Outcome look(String... paths) throws Exception {
        return new FakeRun().ask(http.get(url("/")).doesNotExpose(paths[0], rest(paths)));
    }

    private static String[] rest(String... paths) {
        return Arrays.copyOfRange(paths, 1, paths.length);
    }

    private static ResponseDefinitionBuilder text(String body) {
        return status(200).withHeader("Content-Type", "text/plain").withBody(body);
    }

    @Test
    void paths_that_are_not_there_or_are_refused_pass() throws Exception {
        page("/", html("home"));
        page("/.git/HEAD", status(403));
        page("/actuator/env", status(401));
        page("/metrics", redirect(302, "/login?next=/metrics"));
        Outcome outcome = look("/.env", "/.git/HEAD", "/actuator/env", "/metrics");
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.PASSED);
        assertThat(outcome.evidence().get("answers")).contains("/.env 404", "/.git/HEAD 403");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# local~DB_PASSWORD=canary4711 | environment file",
                "ref: refs/heads/main | git repository",
                "[core] | git configuration",
                "{\"propertySources\":[\"canary4711\"]} | Spring actuator",
                "# HELP canary4711 x | Prometheus metrics",
                "Active connections: 1 canary4711 | server status",
                "-----BEGIN RSA PRIVATE KEY-----canary4711 | private key",
                "canary4711 | no known signature",
            })
    void what_is_public_fails_by_name_and_size_and_no_byte_of_it_is_shown(String body, String signature)
            throws Exception {
        page("/", html("home"));
        page("/x", text(body.replace('~', '\n')));
        Outcome outcome = look("/x");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("/x (200, text/plain, ", " bytes, ");
        assertThat(outcome.toString()).doesNotContain(CANARY).doesNotContain("BEGIN");
        assertThat(outcome.message()).contains(signature);
    }

    @Test
    void a_server_that_answers_every_path_alike_exposes_nothing_unless_a_signature_shows() throws Exception {
        everyPage(html("<div id=app></div>"));
        assertThat(look("/.env").status()).isEqualTo(Status.PASSED);
        page("/.env", html("APP_KEY=" + CANARY));
        Outcome outcome = look("/.env");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.toString()).contains("environment file").doesNotContain(CANARY);
        page("/.env", html("<div id=other></div>"));
        assertThat(look("/.env").status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 408})
    void a_path_that_could_not_be_judged_is_an_error(int status) throws Exception {
        page("/", html("home"));
        page("/.env", status(status));
        assertThat(look("/.env", "/.git/HEAD").status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_redirect_to_the_same_page_elsewhere_only_moves_the_question() throws Exception {
        page("/", html("home"));
        page("/server-status", redirect(301, "/server-status/"));
        assertThat(look("/server-status").status()).isEqualTo(Status.ERROR);
        page("/.env", redirect(301, "https://www.shop.example/.env"));
        assertThat(look("/.env").message()).contains("give that address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/.env", "/public/.ENV", "/app/.env/"})
    void a_redirect_to_the_same_page_below_another_only_moves_the_question_too(String target) throws Exception {
        page("/", html("home"));
        page("/.env", redirect(302, target));
        assertThat(look("/.env").status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 421})
    void a_server_that_has_not_even_the_page_is_no_evidence(int status) throws Exception {
        everyPage(status(status));
        Outcome outcome = look("/.env");
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.ERROR);
        page("/.env", text("KEY_X=" + CANARY));
        assertThat(look("/.env").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void three_refusals_in_a_row_are_a_firewall() throws Exception {
        page("/", html("home"));
        for (String path : new String[] {"/a", "/b", "/c", "/d"}) {
            page(path, status(429));
        }
        Outcome outcome = look("/a", "/b", "/c", "/d");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("a firewall is answering: three times 429");
        assertThat(requests()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 503})
    void a_server_that_refuses_everything_is_no_evidence(int status) throws Exception {
        everyPage(status(status));
        assertThat(look("/.env").status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_page_that_is_answered_in_another_way_afterwards_is_a_firewall() throws Exception {
        server.stubFor(get(urlMatching("/"))
                .inScenario("ban")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(html("home"))
                .willSetStateTo("banned"));
        server.stubFor(get(urlMatching("/"))
                .inScenario("ban")
                .whenScenarioStateIs("banned")
                .willReturn(status(403)));
        page("/.env", status(403));
        Outcome outcome = look("/.env");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("a firewall is answering");
        server.resetScenarios();
        page("/.env", text("KEY_X=" + CANARY));
        assertThat(look("/.env").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void requests_are_sent_one_by_one_at_least_200_ms_apart() throws Exception {
        page("/", html("home"));
        FakeRun run = new FakeRun();
        run.ask(http.get(url("/")).doesNotExpose("/.env", "/.git/HEAD"));
        assertThat(requests()).isEqualTo(6);
        assertThat(run.pauses()).isEqualTo(Collections.nCopies(5, Duration.ofMillis(200)));
        assertThat(http.get(url("/")).doesNotExpose("/.env").isAlone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".env", "//evil.example/x", "https://evil.example/", "/a b", "/x#y"})
    void what_is_no_path_of_this_server_is_refused(String path) {
        assertThatThrownBy(() -> http.get(url("/")).doesNotExpose(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_than_twelve_paths_are_refused() {
        String[] many = IntStream.range(0, 12).mapToObj(i -> "/p" + i).toArray(String[]::new);
        assertThatThrownBy(() -> http.get(url("/")).doesNotExpose("/.env", many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("13 paths");
        assertThatThrownBy(() -> http.request("HEAD", url("/")).doesNotExpose("/.env"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
