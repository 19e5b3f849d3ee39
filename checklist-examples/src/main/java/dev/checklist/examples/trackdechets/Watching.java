package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.settingIs;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Precondition;
import dev.checklist.Section;
import dev.checklist.http.Bound;
import dev.checklist.http.HttpChecks;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Is the part of the page about monitoring, each line switched by a setting: D183 to D186. */
final class Watching {
    private static final URI NOWHERE = URI.create("https://none.invalid");
    private static final int LINES = 1;

    private final HttpChecks http;
    private final Measured measured;
    private final TrackdechetsSettings.Monitoring monitoring;

    Watching(HttpChecks http, Measured measured, TrackdechetsSettings.Monitoring monitoring) {
        this.http = http;
        this.measured = measured;
        this.monitoring = monitoring;
    }

    Section section() {
        return Checklists.section(
                "Monitoring",
                measured.targets(Deployments.ALL.size())
                        .remedy("kubectl get servicemonitors, and look at Status / Targets in Prometheus")
                        .tag("D183"),
                dashboard(),
                logs(),
                measured.rules().tag("D186"));
    }

    private Check dashboard() {
        return http.below(address(monitoring.grafana()))
                .get("/api/dashboards/uid/" + monitoring.dashboard())
                .header("Authorization", "Bearer " + monitoring.grafanaToken())
                .hasJsonAt("/dashboard/uid", monitoring.dashboard())
                .named("the dashboard is in Grafana")
                .id("dashboard-is-there")
                .onlyIf(isThere("grafana.url", monitoring.grafana()))
                .remedy("import the dashboard, or correct grafana.dashboard")
                .tag("D184");
    }

    private Check logs() {
        String query = "sum(count_over_time({namespace=\"trackdechets\"}[5m]))";
        return http.below(address(monitoring.logs()))
                .get("/loki/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .hasNumberAt("/data/result/0/value/1", Bound.atLeast(LINES))
                .named("the log store has lines of the last five minutes")
                .onlyIf(isThere("logs.url", monitoring.logs()))
                .remedy("kubectl logs daemonset/promtail, or whatever ships the logs")
                .tag("D185");
    }

    private static String address(Optional<URI> url) {
        return url.orElse(NOWHERE).toString();
    }

    private static Precondition isThere(String setting, Optional<URI> url) {
        return settingIs(setting, url.isPresent() ? "an address" : "none", "an address");
    }
}
