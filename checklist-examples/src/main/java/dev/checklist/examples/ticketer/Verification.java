package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static java.time.Duration.ofSeconds;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Is the part of the page that looks at the application once it is deployed.
 *
 * <p>While another version runs, or nobody is behind the service, its answers say nothing about the release.
 */
final class Verification {
    /** As the ingress sets them; one with another value may allow what it was to forbid. */
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY"));

    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TicketerSettings.Site site;
    private final Deployment deployment;
    private final String version;
    private final Check home;

    Verification(
            NamespacedChecks namespace,
            HttpChecks http,
            TicketerSettings.Site site,
            Deployment deployment,
            String version) {
        this.namespace = namespace;
        this.http = http;
        this.site = site;
        this.deployment = deployment;
        this.version = version;
        this.home =
                get("/").respondsWith(200).requires(deployment.runsTheRelease()).requires(deployment.isServed());
    }

    List<Item> sections() {
        return List.of(application(), performance(), monitoring(), security());
    }

    private EndpointChecks get(String path) {
        return http.get(site.https() + path);
    }

    private Section application() {
        EndpointChecks health = get("/api/health");
        EndpointChecks events = get("/api/events");
        Check answers = health.respondsWith(200);
        return section(
                "Application",
                home.orStop().tag("T67"),
                get("/").hasBodyContaining("<title>Ticketer</title>").tag("T67", "T69"),
                answers.tag("T68"),
                health.hasJsonAt("/status", "ok").requires(answers).tag("T68"),
                health.hasJsonAt("/database", "up").requires(answers).tag("T68"),
                health.hasJsonAt("/version", version).requires(answers).tag("T68"),
                get("/").hasContentType("text/html").tag("T69"),
                get("/admin")
                        .header("Cookie", site.session())
                        .hasBodyContaining("Admin panel")
                        .named("the admin panel opens with a session")
                        .tag("T70"),
                get("/admin")
                        .redirectsTo(site.https() + "/login")
                        .named("the admin panel asks strangers to sign in")
                        .tag("T70"),
                get("/login").hasBodyContaining("Sign in").tag("T70"),
                signOff("an event can be created").by("release manager").tag("T71"),
                signOff("an event's details and seats can be viewed")
                        .by("release manager")
                        .tag("T72"),
                signOff("a seat can be booked").by("release manager").tag("T73"),
                events.hasJsonAt("/total", 3).tag("T74"),
                events.hasJsonAt("/events/0/name", "Spring Concert").tag("T74"),
                get("/events").hasBodyContaining("Spring Concert").tag("T74"));
    }

    private Section performance() {
        return section(
                        "Performance",
                        get("/").respondsWithin(ofSeconds(1)).tag("T77"),
                        signOff("parallel requests are served, tried on staging")
                                .by("development lead")
                                .tag("T78"),
                        signOff("the connection pool copes")
                                .by("development lead")
                                .tag("T79"),
                        signOff("static assets are served")
                                .by("release manager")
                                .tag("T80"))
                .requires(home);
    }

    private Section monitoring() {
        return section(
                "Monitoring",
                signOff("an outside monitor watches the health endpoint")
                        .by("DevOps lead")
                        .tag("T83"),
                signOff("logs arrive in the log store").by("DevOps lead").tag("T84"),
                signOff("usage metrics are fresh for every pod")
                        .by("DevOps lead")
                        .tag("T85"),
                namespace
                        .autoscaler("ticketer")
                        .isActive()
                        .requires(deployment.isRolledOut())
                        .remedy("kubectl describe hpa ticketer; kubectl top pods")
                        .tag("T86"),
                signOff("alerts for downtime and errors are set up")
                        .by("DevOps lead")
                        .tag("T87"));
    }

    private Section security() {
        return section(
                        "Security",
                        http.get(site.http() + "/admin").redirectsToHttps().tag("T90"),
                        signOff("the history of the repository holds no secret")
                                .by("security review")
                                .tag("T91"),
                        signOff("the application talks TLS to its database")
                                .by("DevOps lead")
                                .tag("T92"),
                        each(HEADERS.entrySet(), header -> get("/").hasHeader(header.getKey(), header.getValue()))
                                .tag("T93"),
                        each(List.of("/.env", "/.git/HEAD"), path -> get(path).respondsWith(403, 404))
                                .tag("T94"))
                .requires(home);
    }
}
