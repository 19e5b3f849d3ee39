package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.k8s.AmongPods.ANY_POD;
import static dev.checklist.k8s.AmongPods.EVERY_POD;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.DeploymentChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.time.Duration;

/** Is the part of the page that looks whether the application works: D164 to D169. */
final class Verification {
    private static final String UNREACHABLE =
            "(?i)(postgres|mongo|redis|elastic)\\S*.*(refused|timed? ?out|unreachable)";

    private static final String CRITICAL = "(?i)\\b(fatal|panic|unhandled|out of memory)\\b";

    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TrackdechetsSettings.Sites sites;

    Verification(NamespacedChecks namespace, HttpChecks http, TrackdechetsSettings.Sites sites) {
        this.namespace = namespace;
        this.http = http;
        this.sites = sites;
    }

    Section section() {
        EndpointChecks ui = http.below(sites.ui().https().toString()).get("/");
        EndpointChecks health = http.below(sites.api().https().toString()).get("/.well-known/apollo/server-health");
        Check answers = health.respondsWith(200);
        DeploymentChecks api = namespace.deployment(Deployments.API);
        return Checklists.section(
                "Application",
                ui.hasBodyContaining("<title>Trackdéchets</title>").tag("D164"),
                ui.servesItsAssets()
                        .because("the front page is there even where the scripts are not")
                        .tag("D164"),
                answers.tag("D165"),
                health.hasJsonAt("/status", "pass").requires(answers).tag("D165"),
                http.below(sites.notifier().https().toString())
                        .get("/")
                        .streamsEvents(Duration.ofSeconds(20))
                        .remedy("look for a proxy between that holds answers back")
                        .tag("D166"),
                api.hasNoLogLine(UNREACHABLE)
                        .named("the API has lost no connection to a database")
                        .tag("D167"),
                api.hasLogLine("connected to postgresql", EVERY_POD)
                        .named("every pod of the API has connected to its databases")
                        .tag("D167"),
                each(Deployments.QUEUES, this::works),
                namespace
                        .deployment(Deployments.CRON)
                        .hasLogLine("scheduled \\d+ jobs", ANY_POD)
                        .named("cron has scheduled its jobs")
                        .tag("D169"));
    }

    private Check works(String queue) {
        return namespace
                .deployment(queue)
                .hasLogLine("job \\d+ completed", ANY_POD)
                .named(queue + " has completed a job")
                .remedy("kubectl logs deployment/" + queue + "; look at the queue monitor for jobs that wait")
                .tag("D168");
    }

    /** Looks into the logs of every pod since it started. */
    Section logs() {
        return Checklists.section(
                "Logs",
                namespace
                        .pods("app.kubernetes.io/part-of=trackdechets")
                        .logs()
                        .hasNoLogLine(CRITICAL)
                        .tag("D257"));
    }
}
