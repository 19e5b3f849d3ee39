package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.RetryPolicy;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.DeploymentChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.time.Duration;
import java.util.List;

/**
 * Is the part of the page that deploys: each action is the check of its effect.
 *
 * <p>What can only be a consequence of another line requires it, so that a report names one cause and not its symptoms.
 */
final class Deployment {
    private static final int REPLICAS = 3;
    private static final Duration DELAY = Duration.ofSeconds(10);

    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TicketerSettings.Site site;
    private final TicketerDatabase database;
    private final DeploymentChecks ticketer;
    private final Check rolledOut;
    private final Check runsRelease;
    private final Check served;

    Deployment(
            NamespacedChecks namespace,
            HttpChecks http,
            TicketerSettings.Site site,
            TicketerDatabase database,
            TicketerSettings.Release release) {
        this.namespace = namespace;
        this.http = http;
        this.site = site;
        this.database = database;
        this.ticketer = namespace.deployment("ticketer");
        this.rolledOut = ticketer.isRolledOut().retry(within(release.patience()));
        this.runsRelease = ticketer.runsImage(release.image()).requires(rolledOut);
        this.served = namespace.service("ticketer").hasEndpoints().requires(rolledOut);
    }

    private static RetryPolicy within(Duration patience) {
        int attempts = (int) Math.max(2, patience.dividedBy(DELAY) + 1);
        return attempts(attempts).every(DELAY).within(patience);
    }

    /** Returns the line that has the new revision rolled out. */
    Check isRolledOut() {
        return rolledOut;
    }

    /** Returns the line that has every pod run the release: without it nothing seen at the site is about the release. */
    Check runsTheRelease() {
        return runsRelease;
    }

    /** Returns the line that has somebody behind the service. */
    Check isServed() {
        return served;
    }

    List<Item> sections() {
        return List.of(image(), configuration(), rollout(), data(), networking());
    }

    private static Section image() {
        return section(
                "1. Build and push the image",
                signOff("the image is built from the released commit")
                        .by("release manager")
                        .tag("T31"),
                signOff("the version's tag and latest are the same image")
                        .by("release manager")
                        .tag("T32"),
                signOff("the image is pushed").by("release manager").tag("T33"));
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
                        .remedy("./create-k8s-secret.sh, or kubectl apply -f k8s/secret.yaml")
                        .tag("T39", "T40", "T47"),
                signOff("the resource limits were reviewed").by("DevOps lead").tag("T41"),
                signOff("the autoscaler's settings were reviewed")
                        .by("DevOps lead")
                        .tag("T42"));
    }

    private Section rollout() {
        return section(
                "3. Deploy",
                namespace
                        .namespace()
                        .isActive()
                        .orStop()
                        .remedy("kubectl describe namespace; if it is absent: kubectl apply -f k8s/namespace.yaml")
                        .tag("T45"),
                namespace
                        .configMap("ticketer-config")
                        .hasKeys("NODE_ENV", "PORT", "PUBLIC_URL", "LOG_LEVEL")
                        .remedy("kubectl apply -f k8s/configmap.yaml")
                        .tag("T46"),
                rolledOut
                        .remedy("kubectl rollout status deployment/ticketer; to go back: kubectl rollout undo")
                        .tag("T48"),
                runsRelease
                        .because("that it runs shows that the cluster could pull it")
                        .tag("T34", "T48"),
                ticketer.hasReadyReplicas(REPLICAS).requires(rolledOut).tag("T48"),
                namespace
                        .pods("app=ticketer")
                        .areHealthy(REPLICAS)
                        .requires(rolledOut)
                        .tag("T49"),
                signOff("the logs since the rollout show no error")
                        .by("release manager")
                        .tag("T50"));
    }

    private Section data() {
        Check events = database.hasRows("events", 1);
        Check seats = database.hasRows("seats", 1);
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
                        events.remedy("make db-seed").tag("T54"),
                        seats.remedy("make db-seed").tag("T54"),
                        database.hasNumber(
                                        "events without seats",
                                        "SELECT count(*) FROM events e WHERE NOT EXISTS"
                                                + " (SELECT 1 FROM seats s WHERE s.event_id = e.id)",
                                        0)
                                .requires(events)
                                .tag("T55"),
                        database.hasNumber(
                                        "bookings without a seat",
                                        "SELECT count(*) FROM bookings b WHERE NOT EXISTS"
                                                + " (SELECT 1 FROM seats s WHERE s.id = b.seat_id)",
                                        0)
                                .requires(seats)
                                .tag("T55"))
                .requires(database.isReachable());
    }

    private Section networking() {
        return section(
                "5. Networking",
                served.remedy("kubectl describe service ticketer, and compare its selector with the pods' labels")
                        .tag("T58"),
                namespace
                        .ingress("ticketer")
                        .hasAddress()
                        .remedy("kubectl describe ingress ticketer, and look at the logs of its controller")
                        .tag("T59"),
                signOff("the DNS records point at the load balancer")
                        .by("DevOps lead")
                        .tag("T60"),
                signOff("the served certificate is issued and valid long enough")
                        .by("DevOps lead")
                        .tag("T61"),
                http.get(site.http() + "/events?page=1").redirectsToHttps().tag("T62"));
    }
}
