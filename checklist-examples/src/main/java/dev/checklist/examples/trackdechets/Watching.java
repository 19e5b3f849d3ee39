package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import java.net.URI;
import java.util.Optional;

/** Is the part of the page about monitoring, each line switched by a setting: D183 to D186. */
final class Watching {
    private static final URI NOWHERE = URI.create("https://none.invalid");

    private final HttpChecks http;
    private final TrackdechetsSettings.Monitoring monitoring;

    Watching(HttpChecks http, TrackdechetsSettings.Monitoring monitoring) {
        this.http = http;
        this.monitoring = monitoring;
    }

    Section section() {
        return Checklists.section(
                "Monitoring",
                signOff("Prometheus scrapes our pods").by("DevOps lead").tag("D183"),
                dashboard(),
                signOff("logs arrive in the log store").by("DevOps lead").tag("D185"),
                signOff("the alert rules are loaded").by("DevOps lead").tag("D186"));
    }

    private Item dashboard() {
        Optional<URI> grafana = monitoring.grafana();
        return http.get(grafana.orElse(NOWHERE) + "/api/dashboards/uid/" + monitoring.dashboard())
                .header("Authorization", "Bearer " + monitoring.grafanaToken())
                .respondsWith(200)
                .named("the dashboard is in Grafana")
                .onlyIf(precondition("the setting grafana.url names one", grafana::isPresent))
                .remedy("import the dashboard, or correct grafana.dashboard")
                .tag("D184");
    }
}
