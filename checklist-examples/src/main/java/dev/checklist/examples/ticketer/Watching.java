package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.settingIs;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.http.Bound;
import dev.checklist.http.HttpChecks;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks what watches the application, where the settings name it. */
final class Watching {
    private final HttpChecks http;
    private final TicketerSettings.Monitoring monitoring;

    Watching(HttpChecks http, TicketerSettings.Monitoring monitoring) {
        this.http = http;
        this.monitoring = monitoring;
    }

    /** Asks for guests that waited for a connection in vain; without Prometheus somebody has to look. */
    Item pool() {
        return monitoring
                .prometheus()
                .<Item>map(url -> http.prometheus(url.toString())
                        .query("sum(increase(prisma_pool_timeouts_total{namespace=\"ticketer\"}[10m]))")
                        .isAtMost(0)
                        .named("nobody waited in vain for a database connection")
                        .remedy("raise connection_limit in DATABASE_URL, within what the database allows"))
                .orElseGet(
                        () -> signOff("the connection pool copes with the load").by("development lead"));
    }

    Check logs() {
        Optional<URI> store = monitoring.logs();
        String query = "sum(count_over_time({namespace=\"ticketer\"}[5m]))";
        return http.below(store.map(URI::toString).orElse("http://none.invalid"))
                .get("/loki/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .hasNumberAt("/data/result/0/value/1", Bound.atLeast(1))
                .named("the log store has lines of the last five minutes")
                .onlyIf(settingIs("logs.url", store.isPresent() ? "an address" : "none", "an address"));
    }
}
