package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static java.time.Duration.ofSeconds;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.examples.settings.Trust;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.local.KeyPattern;
import java.util.EnumSet;
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

    private final TicketerSettings settings;
    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final Deployment deployment;
    private final TicketerDatabase database;
    private final Check home;

    Verification(
            TicketerSettings settings,
            NamespacedChecks namespace,
            HttpChecks http,
            Deployment deployment,
            TicketerDatabase database) {
        this.settings = settings;
        this.namespace = namespace;
        this.http = http;
        this.deployment = deployment;
        this.database = database;
        this.home =
                get("/").respondsWith(200).requires(deployment.runsTheRelease()).requires(deployment.isServed());
    }

    List<Item> sections() {
        return List.of(application(), performance(), monitoring(), security());
    }

    private EndpointChecks get(String path) {
        return http.below(settings.site().https().toString()).get(path);
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
                health.hasJsonAt("/version", settings.release().version())
                        .requires(answers)
                        .tag("T68"),
                namespace
                        .deployment("ticketer")
                        .answersItsProbe("/api/health")
                        .because("the kubelet asks from inside the cluster")
                        .tag("T68"),
                get("/").hasContentType("text/html").tag("T69"),
                get("/admin")
                        .header("Cookie", settings.site().session())
                        .hasBodyContaining("Admin panel")
                        .named("the admin panel opens with a session")
                        .tag("T70"),
                get("/admin")
                        .redirectsTo(settings.site().https() + "/login")
                        .named("the admin panel asks strangers to sign in")
                        .tag("T70"),
                get("/login").hasBodyContaining("Sign in").tag("T70"),
                new Journey(Trust.client(settings.network().trust()), settings.site()).section(),
                events.hasJsonAt("/total", 3).tag("T74"),
                events.hasJsonAt("/events/0/name", "Spring Concert").tag("T74"),
                get("/events").hasBodyContaining("Spring Concert").tag("T74"));
    }

    private Section performance() {
        return section(
                        "Performance",
                        get("/").respondsWithin(ofSeconds(1)).tag("T77"),
                        get("/").serves(5, 50).tag("T78"),
                        new Watching(http, settings.monitoring()).pool().tag("T79"),
                        get("/").servesItsAssets().tag("T80"))
                .requires(home);
    }

    private Section monitoring() {
        return section(
                "Monitoring",
                signOff("an outside monitor watches the health endpoint")
                        .by("DevOps lead")
                        .withEvidence()
                        .tag("T83"),
                new Watching(http, settings.monitoring()).logs().tag("T84"),
                namespace
                        .metrics()
                        .coverPods("app=ticketer")
                        .requires(deployment.isRolledOut())
                        .tag("T85"),
                namespace
                        .autoscaler("ticketer")
                        .isActive()
                        .requires(deployment.isRolledOut())
                        .remedy("kubectl describe hpa ticketer; kubectl top pods")
                        .tag("T86"),
                signOff("alerts for downtime and errors are set up")
                        .by("DevOps lead")
                        .withEvidence()
                        .tag("T87"));
    }

    private Section security() {
        return section(
                        "Security",
                        http.below(settings.site().http().toString())
                                .get("/admin")
                                .redirectsToHttps()
                                .tag("T90"),
                        settings.workplace()
                                .git()
                                .historyContainsNone(List.of(settings.secrets()), EnumSet.allOf(KeyPattern.class))
                                .named("no secret of the settings, and no key of a known kind, is in the history")
                                .tag("T91"),
                        database.encryptsItsSessions().tag("T92"),
                        each(HEADERS.entrySet(), header -> get("/").hasHeader(header.getKey(), header.getValue()))
                                .tag("T93"),
                        get("/").doesNotExpose("/.env", "/.git/HEAD", "/.git/config", "/api/debug")
                                .tag("T94"))
                .requires(home);
    }
}
