package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.section;

import dev.checklist.Check;
import dev.checklist.Section;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.DeploymentChecks;
import dev.checklist.k8s.NamespacedChecks;
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

    List<Section> sections() {
        DeploymentChecks ticketer = namespace.deployment("ticketer");
        HttpChecks site = http.below(settings.site().https().toString());
        EndpointChecks health = site.get("/api/health");
        Check answers = health.respondsWith(200);
        return List.of(
                section(
                        "There is a way back",
                        ticketer.hasPreviousRevision()
                                .remedy("kubectl logs and kubectl get events first, since they go with the pods;"
                                        + " then kubectl rollout undo deployment/ticketer")),
                section(
                        "The application stands",
                        deployment.isRolledOut(),
                        namespace.pods("app=ticketer").areHealthy(3).requires(deployment.isRolledOut()),
                        answers,
                        health.hasJsonAt("/status", "ok").requires(answers),
                        site.get("/events").hasBodyContaining("Spring Concert")));
    }
}
