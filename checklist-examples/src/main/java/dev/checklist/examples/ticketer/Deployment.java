package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.DeploymentChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.util.List;

/** Is the part of the page that deploys: each action is the check of its effect. */
final class Deployment {
    private static final int REPLICAS = 3;

    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TicketerSettings.Site site;
    private final TicketerDatabase database;
    private final String image;

    Deployment(
            NamespacedChecks namespace,
            HttpChecks http,
            TicketerSettings.Site site,
            TicketerDatabase database,
            String image) {
        this.namespace = namespace;
        this.http = http;
        this.site = site;
        this.database = database;
        this.image = image;
    }

    List<Item> sections() {
        return List.of(image(), configuration(), rollout(), data(), networking());
    }

    private Section image() {
        return section(
                "1. Build and push the image",
                signOff("the image is built from the released commit")
                        .by("release manager")
                        .tag("T31"),
                signOff("the version's tag and latest are the same image")
                        .by("release manager")
                        .tag("T32"),
                signOff("the image is pushed").by("release manager").tag("T33"),
                namespace
                        .deployment("ticketer")
                        .runsImage(image)
                        .named("the cluster could pull the image")
                        .remedy("kubectl describe pod -l app=ticketer, and look at the events")
                        .tag("T34"));
    }

    private Section configuration() {
        return section(
                "2. Configure",
                signOff("the kustomization names the image and its tag")
                        .by("release manager")
                        .tag("T37"),
                signOff("the ingress manifest names our host")
                        .by("release manager")
                        .tag("T38"),
                namespace
                        .secret("ticketer-secret")
                        .hasKeys("DATABASE_URL", "SESSION_SECRET")
                        .remedy("./create-k8s-secret.sh")
                        .tag("T39", "T40"),
                signOff("the resource limits were reviewed").by("DevOps lead").tag("T41"),
                signOff("the autoscaler's settings were reviewed")
                        .by("DevOps lead")
                        .tag("T42"));
    }

    private Section rollout() {
        DeploymentChecks ticketer = namespace.deployment("ticketer");
        return section(
                "3. Deploy",
                namespace
                        .namespace()
                        .isActive()
                        .remedy("kubectl apply -f k8s/namespace.yaml")
                        .tag("T45"),
                namespace
                        .configMap("ticketer-config")
                        .hasKeys("NODE_ENV", "PORT", "PUBLIC_URL", "LOG_LEVEL")
                        .remedy("kubectl apply -f k8s/configmap.yaml")
                        .tag("T46"),
                namespace
                        .secret("ticketer-secret")
                        .hasKeys("DATABASE_URL", "SESSION_SECRET")
                        .remedy("kubectl apply -f k8s/secret.yaml")
                        .tag("T47"),
                ticketer.isRolledOut()
                        .retry(attempts(30).every(ofSeconds(10)).within(ofMinutes(5)))
                        .remedy("kubectl rollout status deployment/ticketer; to go back: kubectl rollout undo")
                        .tag("T48"),
                ticketer.runsImage(image).tag("T48"),
                ticketer.hasReadyReplicas(REPLICAS).tag("T48"),
                namespace.pods("app=ticketer").areHealthy(REPLICAS).tag("T49"),
                signOff("the logs since the rollout show no error")
                        .by("release manager")
                        .tag("T50"));
    }

    private Section data() {
        return section(
                "4. Database",
                database.hasColumns("events", "id", "name", "venue", "starts_at")
                        .remedy("make db-push")
                        .tag("T53"),
                database.hasColumns("seats", "id", "event_id", "label")
                        .remedy("make db-push")
                        .tag("T53"),
                database.hasColumns("bookings", "id", "seat_id", "email", "booked_at")
                        .remedy("make db-push")
                        .tag("T53"),
                database.hasRows("events", 1).remedy("make db-seed").tag("T54"),
                database.hasRows("seats", 1).remedy("make db-seed").tag("T54"),
                database.hasNumber(
                                "events without seats",
                                "SELECT count(*) FROM events e WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM seats s WHERE s.event_id = e.id)",
                                0)
                        .tag("T55"),
                database.hasNumber(
                                "bookings without a seat",
                                "SELECT count(*) FROM bookings b WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM seats s WHERE s.id = b.seat_id)",
                                0)
                        .tag("T55"));
    }

    private Section networking() {
        return section(
                "5. Networking",
                namespace.service("ticketer").hasEndpoints().tag("T58"),
                namespace.ingress("ticketer").hasAddress().tag("T59"),
                signOff("the DNS records point at the load balancer")
                        .by("DevOps lead")
                        .tag("T60"),
                signOff("the served certificate is issued and valid long enough")
                        .by("DevOps lead")
                        .tag("T61"),
                http.get(site.http() + "/events?page=1").redirectsToHttps().tag("T62"));
    }
}
