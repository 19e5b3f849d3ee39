package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Endpoint;
import dev.checklist.examples.world.state.Response;
import dev.checklist.examples.world.state.Visitor;
import dev.checklist.examples.world.state.Workshop;
import dev.checklist.examples.world.state.WorldState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What else can be wrong with Ticketer: where it is built, what is in its database, and how it is reached. */
final class TicketerFaults {
    private static final String LIST = "ticketer";
    private static final String IMAGE = "ticketer:1.4.0";
    private static final String OTHER_COMMIT = "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432";

    private TicketerFaults() {}

    static WorldState tablesDiffer(WorldState state) {
        return state.withDatabase(state.database()
                .with(Stream.concat(
                                state.database().statements().stream(),
                                Stream.of(
                                        "SET REFERENTIAL_INTEGRITY FALSE",
                                        "DELETE FROM seats WHERE event_id = 2 OR id = 1",
                                        "ALTER TABLE events ALTER COLUMN venue RENAME TO place",
                                        "ALTER TABLE seats ALTER COLUMN label RENAME TO name",
                                        "ALTER TABLE bookings ALTER COLUMN email RENAME TO mail"))
                        .toList()));
    }

    static WorldState sessionsPlain(WorldState state) {
        return state.withDatabase(state.database()
                .with(Stream.concat(
                                state.database().statements().stream(),
                                Stream.of("UPDATE performance_schema.threads SET connection_type = 'TCP/IP'"))
                        .toList()));
    }

    static WorldState toolsOld(WorldState state) {
        return working(
                state,
                bench -> bench.tooled("kubectl", """
                        #!/bin/sh
                        case "$1 $2" in
                          "version --client") echo "Client Version: v1.19.0" ;;
                          "config current-context") echo staging ;;
                        esac
                        """)
                        .tooled(
                                "docker",
                                "#!/bin/sh\necho '[{\"Config\":{\"Labels\":{\"org.opencontainers.image.revision\":\"dirty\"}}}]'\n"));
    }

    static WorldState otherCommit(WorldState state) {
        return state.surroundedBy(around -> around.registering(
                        registry -> registry.with(IMAGE, OTHER_COMMIT).with("ticketer:latest", OTHER_COMMIT)))
                .surroundedBy(around -> around.working(
                        LIST,
                        bench -> bench.changing(
                                "scan.json",
                                text -> text.replace("${digest.ticketer:1.4.0}", "sha256:" + "0".repeat(64)))));
    }

    static WorldState notPushed(WorldState state) {
        WorldState unscanned = working(
                state,
                bench -> bench.changing("scan.json", text -> text.replace("${digest.ticketer:1.4.0}", "sha256:gone")));
        return unscanned.surroundedBy(around -> around.registering(registry -> registry.without(IMAGE)));
    }

    static WorldState previousGone(WorldState state) {
        return state.surroundedBy(around -> around.registering(registry -> registry.without("ticketer:1.3.2")));
    }

    static WorldState latestMoved(WorldState state) {
        return state.surroundedBy(
                around -> around.registering(registry -> registry.with("ticketer:latest", OTHER_COMMIT)));
    }

    static WorldState pushRefused(WorldState state) {
        return state.surroundedBy(around -> around.registering(registry -> registry.readOnly()));
    }

    static WorldState manifestsWrong(WorldState state) {
        return working(
                state,
                bench -> bench.changing("k8s/rendered.yaml", text -> text.replace(":1.4.0", ":latest"))
                        .changing("k8s/ingress.yaml", text -> text.replace("ticketer.test", "ticketer.example.com")));
    }

    static WorldState secretInGit(WorldState state) {
        String key = "KEY=\"-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIO3xJm0Pq7wVbTnYc9sKfRzD1uLgHe5aXy2iB8\n\"\n";
        return working(
                state, bench -> bench.committing(".gitignore", "scan.json\n").committing(".env", key));
    }

    static WorldState passwordWeak(WorldState state) {
        return state.changing(
                "Secret/ticketer/ticketer-secret",
                secret -> secret.with(
                        "/stringData/DATABASE_URL", "mysql://ticketer:changeme@database.ticketer.test:3306/ticketer"));
    }

    static WorldState errorsInLogs(WorldState state) {
        return state.logging(
                "ticketer/ticketer-6d4b9c7f58-7hvqn/ticketer",
                lines -> Stream.concat(lines.stream(), Stream.of("${now-20s} error booking 17 failed"))
                        .toList());
    }

    static WorldState nameElsewhere(WorldState state) {
        return state.surroundedBy(around -> around.naming("ticketer.test", "203.0.113.99"));
    }

    static WorldState certificateEnds(WorldState state) {
        return state.surroundedBy(around -> around.certified(certificate -> certificate.with(5)));
    }

    static WorldState certificateOfOthers(WorldState state) {
        return state.surroundedBy(around -> around.certified(certificate -> certificate.with(List.of("localhost"))));
    }

    static WorldState metricsStale(WorldState state) {
        return state.removing("PodMetrics/ticketer/ticketer-6d4b9c7f58-7hvqn");
    }

    static WorldState unwatched(WorldState state) {
        return state.withResponses(state.responses().stream()
                .map(response -> switch (response.endpoint()) {
                    case METRICS -> response.withBody(response.body().replace("\"0\"", "\"14\""));
                    case LOG_STORE -> response.withBody(response.body().replace("\"87\"", "\"0\""));
                    default -> response;
                })
                .toList());
    }

    static WorldState assetsMissing(WorldState state) {
        return state.answering("SITE /assets/site.js ANYONE", script -> script.withStatus(404));
    }

    static WorldState journeyBroken(WorldState state) {
        return state.answering("SITE POST /api/events SIGNED_IN", made -> made.withStatus(500));
    }

    static WorldState seatsLost(WorldState state) {
        return state.answering(
                "SITE /api/events/4711 SIGNED_IN", event -> event.withBody("{\"id\":4711,\"seats\":[]}"));
    }

    static WorldState bookingRefused(WorldState state) {
        return state.answering("SITE POST /api/events/4711/bookings SIGNED_IN", booked -> booked.withStatus(409));
    }

    static WorldState gitExposed(WorldState state) {
        Response head = new Response(
                Endpoint.SITE,
                "/.git/HEAD",
                Visitor.ANYONE,
                200,
                Map.of("Content-Type", "text/plain"),
                "ref: refs/heads/main\n",
                Duration.ZERO);
        return state.withResponses(
                Stream.concat(state.responses().stream(), Stream.of(head)).toList());
    }

    static WorldState candidateStale(WorldState state) {
        return state.answering(
                "CANDIDATE /api/health ANYONE",
                health -> health.withBody("{\"status\":\"down\",\"database\":\"down\",\"version\":\"1.3.2\"}"));
    }

    static WorldState siteStale(WorldState state) {
        return SiteFaults.servingVersion(state, OldRevision.NEW_VERSION, OldRevision.VERSION);
    }

    static WorldState pagesBroken(WorldState state) {
        return state.answering("SITE / ANYONE", home -> home.withHeader("Content-Type", "text/plain"))
                .answering("SITE /events ANYONE", events -> events.withBody("<html><body>no events</body></html>"))
                .answering("SITE /login ANYONE", login -> login.withBody("<html><body>closed</body></html>"));
    }

    static WorldState probeElsewhere(WorldState state) {
        return state.changingAll("Pod", pod -> pod.with("/spec/containers/0/readinessProbe/httpGet/path", "/"));
    }

    private static WorldState working(WorldState state, UnaryOperator<Workshop> change) {
        return state.surroundedBy(around -> around.working(LIST, change));
    }
}
