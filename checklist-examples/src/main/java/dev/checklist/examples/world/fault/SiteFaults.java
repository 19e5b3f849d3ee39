package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Availability;
import dev.checklist.examples.world.state.Endpoint;
import dev.checklist.examples.world.state.Response;
import dev.checklist.examples.world.state.Visitor;
import dev.checklist.examples.world.state.WorldState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with the application as its callers see it, and with its database. */
final class SiteFaults {
    private static final String HOME = "SITE / ANYONE";
    private static final String HEALTH = "SITE /api/health ANYONE";
    private static final String EVENTS = "SITE /api/events ANYONE";
    private static final String REDIRECT = "PLAIN * ANYONE";
    private static final Set<String> SECURITY_HEADERS = Set.of(
            "Strict-Transport-Security",
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy");

    private SiteFaults() {}

    static WorldState candidateUnhealthy(WorldState state) {
        return state.answering("CANDIDATE /api/health ANYONE", SiteFaults::unavailable);
    }

    static WorldState health503(WorldState state) {
        return state.answering(HEALTH, SiteFaults::unavailable);
    }

    static WorldState healthSaysDown(WorldState state) {
        return state.answering(HEALTH, health -> unavailable(health).withStatus(200));
    }

    static WorldState loginPage(WorldState state) {
        Response login = state.responses().stream()
                .filter(response -> response.id().equals("SITE /login ANYONE"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("state: it has no login page"));
        return onlyAnswering(state, login.at(Response.EVERY_OTHER_PATH));
    }

    static WorldState wrongHomePage(WorldState state) {
        return state.answering(
                HOME,
                home -> home.withBody("<html><head><title>Welcome to nginx!</title></head><body></body></html>\n"));
    }

    static WorldState noRedirect(WorldState state) {
        return state.answering(
                REDIRECT,
                redirect -> redirect.withStatus(200)
                        .withoutHeader("Location")
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody("<html><head><title>Ticketer</title></head><body><h1>Ticketer</h1></body></html>\n"));
    }

    static WorldState redirectToOtherHost(WorldState state) {
        return state.answering(
                REDIRECT, redirect -> redirect.withHeader("Location", "https://parked.example.net${target}"));
    }

    static WorldState slowPage(WorldState state) {
        return state.answering(HOME, home -> home.after(Duration.ofMillis(1_200)));
    }

    static WorldState adminOpen(WorldState state) {
        return state.withResponses(state.responses().stream()
                .filter(response -> !response.id().equals("SITE /admin SIGNED_OUT"))
                .map(response -> response.id().equals("SITE /admin SIGNED_IN") ? response.to(Visitor.ANYONE) : response)
                .toList());
    }

    static WorldState adminClosed(WorldState state) {
        return state.withResponses(state.responses().stream()
                .filter(response -> !response.id().equals("SITE /admin SIGNED_IN"))
                .map(response -> response.visitor() == Visitor.SIGNED_OUT ? response.to(Visitor.ANYONE) : response)
                .toList());
    }

    static WorldState noSecurityHeaders(WorldState state) {
        return mapSite(state, response -> {
            Response bare = response;
            for (String header : SECURITY_HEADERS) {
                bare = bare.withoutHeader(header);
            }
            return bare;
        });
    }

    static WorldState databaseDown(WorldState state) {
        return state.withDatabase(state.database().with(Availability.GONE))
                .answering(HEALTH, SiteFaults::unavailable)
                .answering(EVENTS, events -> events.withStatus(500).withBody("{\"error\":\"database unavailable\"}\n"));
    }

    static WorldState databaseEmpty(WorldState state) {
        List<String> tables = state.database().statements().stream()
                .filter(sql -> !sql.startsWith("INSERT") || sql.contains("performance_schema"))
                .toList();
        return state.withDatabase(state.database().with(tables))
                .answering(EVENTS, events -> events.withBody("{\"total\":0,\"events\":[]}\n"));
    }

    /** What the ingress controller says when it has nobody to pass a request to. */
    static WorldState withoutBackends(WorldState state) {
        return onlyAnswering(
                state,
                new Response(
                        Endpoint.SITE,
                        Response.EVERY_OTHER_PATH,
                        Visitor.ANYONE,
                        503,
                        Map.of("Content-Type", "text/html"),
                        "<html><head><title>503 Service Temporarily Unavailable</title></head><body></body></html>\n",
                        Duration.ZERO));
    }

    /** What the site says about itself when the old version serves. */
    static WorldState servingVersion(WorldState state, String from, String to) {
        return state.answering(HEALTH, health -> health.withBody(health.body().replace(from, to)));
    }

    private static Response unavailable(Response health) {
        return health.withStatus(503).withBody("{\"status\":\"down\",\"database\":\"down\",\"version\":\"1.4.0\"}\n");
    }

    private static WorldState onlyAnswering(WorldState state, Response everything) {
        return state.withResponses(Stream.concat(
                        state.responses().stream().filter(response -> response.endpoint() != Endpoint.SITE),
                        Stream.of(everything))
                .toList());
    }

    private static WorldState mapSite(WorldState state, UnaryOperator<Response> change) {
        return state.withResponses(state.responses().stream()
                .map(response -> response.endpoint() == Endpoint.SITE ? change.apply(response) : response)
                .toList());
    }
}
