package dev.checklist.http;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every public predicate in front of servers that refuse, fail, break off, stay silent or talk nonsense. */
class ContractTest {
    private static final HttpChecks HTTP = HttpChecks.create();

    private enum Fault {
        SERVER_ERROR(http("500 Oops", "text/plain", "oops")),
        UNAVAILABLE(http("503 Down", "text/html", "<h1>down</h1>")),
        TOO_MANY(http("429 Slow", "application/json", "{}")),
        UNAUTHORIZED(http("401 Who", "application/json", "{\"n\":1}")),
        FORBIDDEN(http("403 No", "text/event-stream", "data: x\n\n")),
        NOT_FOUND(http("404 None", "application/json", "{\"n\":1}")),
        EMPTY(http("200 OK", "application/json", "")),
        NO_CONTENT("HTTP/1.1 204 No Content\r\n\r\n"),
        LOGIN_PAGE(http("200 OK", "text/html", "<html><form action=\"/login\"></form></html>")),
        NULL(http("200 OK", "application/json", "null")),
        DEEP(http("200 OK", "application/json", "[".repeat(20_000))),
        BROKEN_JSON(http("200 OK", "application/json", "{\"n\":1,\"status\":\"success\",\"n\"")),
        CUT_SHORT("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"n\":1"),
        NO_HTTP("SSH-2.0-OpenSSH_9.2\r\n"),
        NOTHING("");

        private final String answer;

        Fault(String answer) {
            this.answer = answer;
        }

        private static String http(String status, String type, String body) {
            return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
        }
    }

    private static Map<String, Function<String, Check>> table() {
        Map<String, Function<String, Check>> table = new LinkedHashMap<>();
        table.put("respondsWith", url -> HTTP.get(url).respondsWith(418));
        table.put("respondsWithin", url -> HTTP.get(url).respondsWithin(ofSeconds(1)));
        table.put("hasBodyContaining", url -> HTTP.get(url).hasBodyContaining("Payments"));
        table.put("hasJsonAt", url -> HTTP.get(url).hasJsonAt("/n", 1));
        table.put("hasNumberAt", url -> HTTP.get(url).hasNumberAt("/n", Bound.atLeast(1)));
        table.put("hasContentType", url -> HTTP.get(url).hasContentType("image/png"));
        table.put("hasHeader", url -> HTTP.get(url).hasHeader("X-Release"));
        table.put("redirectsTo", url -> HTTP.get(url).redirectsTo("/login"));
        table.put("redirectsToHttps", url -> HTTP.get(url).redirectsToHttps());
        table.put("streamsEvents", url -> HTTP.get(url).streamsEvents(ofSeconds(1)));
        table.put("hasSecurityHeaders", url -> HTTP.get(url).hasSecurityHeaders());
        table.put("serves", url -> HTTP.get(url).serves(2, 4));
        table.put("doesNotExpose", url -> HTTP.get(url).doesNotExpose("/.env"));
        table.put("servesItsAssets", url -> HTTP.get(url).servesItsAssets());
        table.put("isAtLeast", url -> HTTP.prometheus(url).query("up").isAtLeast(1));
        table.put("isAtMost", url -> HTTP.prometheus(url).query("up").isAtMost(1));
        table.put("areHealthy", url -> HTTP.prometheus(url).rules("page").areHealthy());
        table.put("hasNoFiringAlert", url -> HTTP.prometheus(url).hasNoFiringAlert());
        return table;
    }

    @Test
    void every_public_predicate_stands_in_the_table() {
        assertThat(Stream.of(
                                EndpointChecks.class,
                                PrometheusChecks.class,
                                PrometheusQueryChecks.class,
                                PrometheusRulesChecks.class)
                        .flatMap(subject -> Arrays.stream(subject.getDeclaredMethods()))
                        .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == Check.class)
                        .map(Method::getName)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    static Stream<Object[]> faults() {
        return table().keySet().stream()
                .flatMap(predicate -> Stream.of(Fault.values()).map(fault -> new Object[] {predicate, fault}));
    }

    /** A hidden path is hidden on a server that shows the same page to everybody; one that has none proves nothing. */
    private static boolean holds(String predicate, Fault fault) {
        boolean isHidden = fault == Fault.LOGIN_PAGE || fault == Fault.NULL;
        return predicate.equals("doesNotExpose") && (isHidden || fault == Fault.DEEP || fault == Fault.BROKEN_JSON)
                || predicate.equals("respondsWithin") && !isBroken(fault)
                || predicate.equals("serves") && !isBroken(fault);
    }

    /** Tells whether a fault is one of the protocol, or a status that is no success. */
    private static boolean isBroken(Fault fault) {
        return !fault.answer.startsWith("HTTP/1.1 20") || fault == Fault.CUT_SHORT;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void nothing_passes_on_a_broken_answer(String predicate, Fault fault) throws Exception {
        try (RawServer server = RawServer.answering(fault.answer)) {
            Outcome outcome = FakeRun.look(table().get(predicate).apply(server.url()));
            assertThat(outcome.status() == Status.PASSED).as(outcome.toString()).isEqualTo(holds(predicate, fault));
            boolean isError = fault == Fault.SERVER_ERROR || fault == Fault.TOO_MANY || fault == Fault.NOTHING;
            if (isError && !predicate.equals("respondsWith")) {
                assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.ERROR);
            }
        }
    }

    static Stream<String> predicates() {
        return table().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("predicates")
    void a_server_that_says_nothing_is_an_error(String predicate) throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> raw.hang())) {
            Outcome outcome = FakeRun.glance(table().get(predicate).apply(server.url()));
            assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("predicates")
    void a_server_that_is_not_there_is_an_error(String predicate) throws Exception {
        String url;
        try (RawServer gone = RawServer.answering("")) {
            url = gone.url();
        }
        Outcome outcome = FakeRun.look(table().get(predicate).apply(url));
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.ERROR);
    }
}
