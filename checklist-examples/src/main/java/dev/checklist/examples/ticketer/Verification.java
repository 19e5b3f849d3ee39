package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static java.time.Duration.ofSeconds;

import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.util.List;

/** Is the part of the page that looks at the application once it is deployed. */
final class Verification {
    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TicketerSettings.Site site;

    Verification(NamespacedChecks namespace, HttpChecks http, TicketerSettings.Site site) {
        this.namespace = namespace;
        this.http = http;
        this.site = site;
    }

    List<Item> sections() {
        return List.of(application(), performance(), monitoring(), security());
    }

    private EndpointChecks get(String path) {
        return http.get(site.https() + path);
    }

    private Section application() {
        EndpointChecks health = get("/api/health");
        EndpointChecks admin = get("/admin").header("Cookie", site.session());
        return section(
                "Application",
                get("/").respondsWith(200).tag("T67"),
                health.respondsWith(200).tag("T68"),
                health.hasJsonAt("/status", "ok").tag("T68"),
                health.hasJsonAt("/database", "up").tag("T68"),
                get("/").hasBodyContaining("<title>Ticketer</title>").tag("T67", "T69"),
                get("/").hasContentType("text/html").tag("T69"),
                admin.hasBodyContaining("Admin panel")
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
                get("/api/events").hasJsonAt("/total", 3).tag("T74"),
                get("/events").hasBodyContaining("Spring Concert").tag("T74"));
    }

    private Section performance() {
        return section(
                "Performance",
                get("/").respondsWithin(ofSeconds(1)).tag("T77"),
                signOff("parallel requests are served, tried on staging")
                        .by("development lead")
                        .tag("T78"),
                signOff("the connection pool copes").by("development lead").tag("T79"),
                signOff("static assets are served").by("release manager").tag("T80"));
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
                namespace.autoscaler("ticketer").isActive().tag("T86"),
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
                get("/").hasHeader("X-Content-Type-Options", "nosniff").tag("T93"),
                each(
                                List.of(
                                        "Strict-Transport-Security",
                                        "Content-Security-Policy",
                                        "X-Frame-Options",
                                        "Referrer-Policy"),
                                name -> get("/").hasHeader(name))
                        .tag("T93"),
                each(List.of("/.env", "/.git/HEAD"), path -> get(path).respondsWith(403, 404))
                        .tag("T94"));
    }
}
