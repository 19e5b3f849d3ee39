package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.section;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.util.ArrayList;
import java.util.List;

/** Is the way back: is there one, and, once it was gone, does the application stand and work again? */
final class Rollback {
    private final TicketerSettings settings;
    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final Deployment deployment;

    Rollback(TicketerSettings settings, NamespacedChecks namespace, HttpChecks http, Deployment deployment) {
        this.settings = settings;
        this.namespace = namespace;
        this.http = http;
        this.deployment = deployment;
    }

    List<Item> sections() {
        HttpChecks site = http.below(settings.site().https().toString());
        EndpointChecks health = site.get("/api/health");
        Check answers = health.respondsWith(200);
        List<Item> lines = new ArrayList<>(new WayBack(settings, namespace).lines());
        lines.add(section(
                "The application stands",
                deployment.isRolledOut(),
                namespace.pods("app=ticketer").areHealthy(3).requires(deployment.isRolledOut()),
                answers,
                health.hasJsonAt("/status", "ok").requires(answers),
                site.get("/events").hasBodyContaining("Spring Concert")));
        return lines;
    }
}
