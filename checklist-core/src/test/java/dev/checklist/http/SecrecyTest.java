package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.checklist.Check;
import dev.checklist.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks for planted secrets in everything that a line can say, whatever the server does with them. */
class SecrecyTest extends WebTest {
    private static final String HEADER = "canary-header-4711";
    private static final String QUERY = "canary-query-4711";
    private static final String BODY = "canary-body-4711";
    private static final String COOKIE = "canary-cookie-4711";

    private List<Check> lines(EndpointChecks endpoint) {
        return List.of(
                endpoint.respondsWith(200),
                endpoint.hasBodyContaining("no such text"),
                endpoint.hasJsonAt("/echo", "no such text"),
                endpoint.hasHeader("X-Echo"),
                endpoint.hasHeader("X-Echo", "no such value"),
                endpoint.hasHeader("Set-Cookie", "no such value"),
                endpoint.hasContentType("text/html"));
    }

    private static List<ResponseDefinitionBuilder> answers(String echo) {
        return List.of(
                json("{\"echo\":\"" + echo + "\"}"),
                json(echo),
                html(echo),
                json("{\"echo\":\"ok\"}")
                        .withHeader("X-Echo", "Bearer " + HEADER, echo)
                        .withHeader("Set-Cookie", COOKIE),
                redirect(302, "/elsewhere?token=" + QUERY),
                redirect(302, "http://user:" + HEADER + "@127.0.0.1/"),
                redirect(302, "http://127.0.0.1:1/?token=" + HEADER),
                redirect(302, "http://127.0.0.1:1/" + HEADER),
                redirect(302, "not an address " + HEADER),
                status(200).withHeader("Content-Encoding", HEADER),
                status(200).withHeader("Content-Type", HEADER),
                status(200)
                        .withHeader("Content-Type", "text/html; charset=" + HEADER)
                        .withBody("x"),
                status(401).withBody(echo),
                status(400).withBody("invalid_grant " + echo),
                status(404).withBody(echo),
                status(503).withBody(echo),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @Test
    void nothing_that_a_line_on_a_page_says_holds_a_credential() throws Exception {
        EndpointChecks get = http.get(url("/health?token=" + QUERY)).header("Authorization", "Bearer " + HEADER);
        List<Check> lines = new ArrayList<>(lines(get));
        lines.addAll(lines(get.followingRedirects()));
        lines.add(get.redirectsTo("/login"));
        lines.add(get.redirectsToHttps());
        assertThat(leaks(lines, answers(HEADER + " " + QUERY))).isEmpty();
    }

    @Test
    void nothing_that_a_line_on_a_request_with_a_body_says_holds_a_credential() throws Exception {
        EndpointChecks post = http.request("POST", url("/token?token=" + QUERY))
                .body("application/json", BODY)
                .header("X-Api-Key", HEADER);
        assertThat(leaks(lines(post), answers(HEADER + " " + QUERY + " " + BODY)))
                .isEmpty();
    }

    @Test
    void nothing_that_a_latency_says_holds_a_credential() throws Exception {
        Check latency = http.get(url("/health?token=" + QUERY))
                .header("Authorization", "Bearer " + HEADER)
                .respondsWithin(Duration.ofSeconds(10));
        assertThat(leaks(
                        List.of(latency),
                        List.of(html(HEADER), redirect(302, "http://127.0.0.1:1/" + HEADER), status(401), status(503))))
                .isEmpty();
    }

    private List<String> leaks(List<Check> lines, List<ResponseDefinitionBuilder> answers) throws Exception {
        List<String> leaks = new ArrayList<>();
        for (ResponseDefinitionBuilder answer : answers) {
            server.stubFor(any(anyUrl()).willReturn(answer));
            for (Check line : lines) {
                String said = said(line, FakeRun.look(line));
                if (said.contains("canary")) {
                    leaks.add(said);
                }
            }
        }
        return leaks;
    }

    private static String said(Check line, Outcome outcome) {
        return String.join(
                " | ",
                line.title(),
                line.key(),
                line.toString(),
                line.probe().toString(),
                outcome.toString(),
                outcome.warnings().toString());
    }

    @Test
    void the_search_would_find_a_secret_that_is_said() throws Exception {
        page("/health", html("x").withHeader("X-Echo", HEADER));
        assertThat(FakeRun.look(http.get(url("/health")).hasHeader("X-Echo")).toString())
                .contains(HEADER);
    }
}
