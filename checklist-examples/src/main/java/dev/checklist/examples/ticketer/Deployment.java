package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.RetryPolicy;
import dev.checklist.Section;
import dev.checklist.examples.settings.Workplace;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.DeploymentChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.registry.ImageChecks;
import java.time.Duration;
import java.util.List;

/**
 * Is the part of the page that deploys: each action is the check of its effect.
 *
 * <p>What can only be a consequence of another line requires it, so that a report names one cause and not its symptoms.
 */
final class Deployment {
    static final String SECRET = "ticketer-secret";
    private static final int REPLICAS = 3;
    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final String ERRORS = "(?i)\\b(error|fatal|panic|unhandled)\\b";

    private final TicketerSettings settings;
    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TicketerDatabase database;
    private final DeploymentChecks ticketer;
    private final Check rolledOut;
    private final Check runsRelease;
    private final Check served;

    Deployment(TicketerSettings settings, NamespacedChecks namespace, HttpChecks http, TicketerDatabase database) {
        this.settings = settings;
        this.namespace = namespace;
        this.http = http;
        this.database = database;
        this.ticketer = namespace.deployment("ticketer");
        this.rolledOut = ticketer.isRolledOut()
                .retry(within(settings.release().patience()))
                .remedy("kubectl rollout status deployment/ticketer; to go back: kubectl rollout undo")
                .tag("T48");
        this.runsRelease = ticketer.runsImage(settings.release().image())
                .requires(rolledOut)
                .because("that it runs shows that the cluster could pull it")
                .tag("T34", "T48");
        this.served = namespace
                .service("ticketer")
                .hasEndpoints()
                .requires(rolledOut)
                .remedy("kubectl describe service ticketer, and compare its selector with the pods' labels")
                .tag("T58");
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
        return List.of(image(), configuration(), rollout(), database.hasItsData(), networking());
    }

    private Section image() {
        Workplace workplace = settings.workplace();
        ImageChecks image = workplace
                .images()
                .image(settings.release().repository(), settings.release().version());
        Check pushed = image.exists();
        return section(
                "1. Build and push the image",
                image.wasBuiltFrom(workplace.commit())
                        .requires(pushed)
                        .remedy("make build, on a clean working tree at the released commit")
                        .tag("T31"),
                image.hasSameDigestAs("latest")
                        .requires(pushed)
                        .remedy("docker tag and docker push the version as latest")
                        .tag("T32"),
                pushed.remedy("make push").tag("T33"));
    }

    private Section configuration() {
        Workplace workplace = settings.workplace();
        return section(
                "2. Configure",
                workplace
                        .local()
                        .rendered("k8s")
                        .hasImages(settings.release().image())
                        .because("an entry of the kustomization that matches nothing changes nothing")
                        .remedy("cd k8s && kustomize edit set image")
                        .tag("T37"),
                workplace
                        .local()
                        .yaml("k8s/ingress.yaml")
                        .hasHosts(settings.site().domain())
                        .tag("T38"),
                namespace
                        .secret(SECRET)
                        .hasKeys("DATABASE_URL", "SESSION_SECRET")
                        .remedy("./create-k8s-secret.sh, or kubectl apply -f k8s/secret.yaml")
                        .tag("T39", "T40", "T47"),
                signOff("the resource limits were reviewed")
                        .by("DevOps lead")
                        .over(workplace.repository().resolve("k8s/deployment.yaml"))
                        .tag("T41"),
                signOff("the autoscaler's settings were reviewed")
                        .by("DevOps lead")
                        .over(workplace.repository().resolve("k8s/hpa.yaml"))
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
                namespace.secret(SECRET).hasNoPlaceholders().tag("T47"),
                rolledOut,
                runsRelease,
                ticketer.hasReadyReplicas(REPLICAS).requires(rolledOut).tag("T48"),
                namespace
                        .pods("app=ticketer")
                        .areHealthy(REPLICAS)
                        .requires(rolledOut)
                        .tag("T49"),
                ticketer.hasNoLogLine(ERRORS)
                        .requires(rolledOut)
                        .named("the logs since the rollout show no error")
                        .remedy("kubectl logs deployment/ticketer")
                        .tag("T50"));
    }

    private Section networking() {
        String domain = settings.site().domain();
        return section(
                "5. Networking",
                served,
                namespace
                        .ingress("ticketer")
                        .isComplete(domain)
                        .remedy("kubectl describe ingress ticketer, and look at the logs of its controller")
                        .tag("T59"),
                settings.network().pointsToTheLoadBalancer(domain).tag("T60"),
                settings.network()
                        .tls(settings.site().https())
                        .covers(domain)
                        .remedy("kubectl describe certificate ticketer")
                        .tag("T61"),
                settings.network()
                        .tls(settings.site().https())
                        .isValidFor(Duration.ofDays(21))
                        .remedy("kubectl describe certificate ticketer")
                        .tag("T61"),
                http.below(settings.site().http().toString())
                        .get("/events?page=1")
                        .redirectsToHttps()
                        .tag("T62"));
    }
}
