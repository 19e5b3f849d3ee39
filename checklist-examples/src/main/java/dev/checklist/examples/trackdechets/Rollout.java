package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.each;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.RetryPolicy;
import dev.checklist.Section;
import dev.checklist.k8s.NamespacedChecks;
import java.time.Duration;
import java.util.List;

/**
 * Is the part of the page that looks at what was deployed: D126 and D138 to D150.
 *
 * <p>What can only be a consequence of another line requires it, so that a report names one cause and not its symptoms.
 */
final class Rollout {
    private static final int LEAST_PODS = 11;
    private static final Duration DELAY = Duration.ofSeconds(10);

    private final NamespacedChecks namespace;
    private final TrackdechetsSettings.Release release;
    private final List<String> hosts;
    private final List<Check> rolledOut;

    Rollout(NamespacedChecks namespace, TrackdechetsSettings.Release release, List<String> hosts) {
        this.namespace = namespace;
        this.release = release;
        this.hosts = hosts;
        RetryPolicy patience = within(release.patience());
        this.rolledOut = Deployments.ALL.stream()
                .map(name -> namespace
                        .deployment(name)
                        .isRolledOut()
                        .retry(patience)
                        .remedy("kubectl rollout status deployment/" + name + "; to go back: kubectl rollout undo")
                        .tag("D147"))
                .toList();
    }

    private static RetryPolicy within(Duration patience) {
        int attempts = (int) Math.max(2, patience.dividedBy(DELAY) + 1);
        return attempts(attempts).every(DELAY).within(patience);
    }

    /** Returns the line that has a deployment rolled out. */
    Check isRolledOut(String deployment) {
        return rolledOut.get(Deployments.ALL.indexOf(deployment));
    }

    /** Returns the line that has a deployment run the release: without it nothing seen of it is about the release. */
    Check runsTheRelease(String deployment) {
        return runs(deployment, release.version())
                .because("that it runs shows that the cluster could pull it")
                .tag("D126");
    }

    /** Returns the line that has a deployment run a version. */
    Check runs(String deployment, String version) {
        return namespace
                .deployment(deployment)
                .runsImage(release.image(deployment, version))
                .requires(isRolledOut(deployment));
    }

    Section section() {
        return Checklists.section(
                "Objects",
                namespace
                        .namespace()
                        .isActive()
                        .orStop()
                        .remedy("kubectl describe namespace; if it is absent, no overlay was applied")
                        .tag("D138"),
                namespace
                        .configMap("trackdechets-config")
                        .hasKeys("NODE_ENV", "UI_HOST", "API_HOST", "NOTIFIER_HOST", "S3_BUCKET")
                        .tag("D139"),
                namespace.secret(Secrets.APPLICATION).isProvenByPods().tag("D140"),
                databases(),
                Checklists.section("Deployments", rolledOut),
                Checklists.section("Images", each(Deployments.ALL, this::runsTheRelease)),
                around());
    }

    /** Has the release rolled out everywhere, as it was once already: asked again by whoever looks at the release. */
    Section stillDeployed() {
        return Checklists.section("Deployed", each(rolledOut, line -> line), runsTheRelease(Deployments.API))
                .orStop();
    }

    private Section databases() {
        return Checklists.section(
                        "Databases",
                        namespace.cnpgCluster("postgres").isReady(3).tag("D142", "D156"),
                        namespace.elasticsearch("elasticsearch").isReady().tag("D143"),
                        namespace.redisFailover("redis").isReady().tag("D144"),
                        namespace.psmdb("mongodb").isReady().tag("D145"))
                .tag("D141");
    }

    private Section around() {
        return Checklists.section(
                "Around them",
                namespace.pods().areHealthy(LEAST_PODS).tag("D146"),
                namespace
                        .allAutoscalers(Deployments.SERVED.size())
                        .areActive()
                        .remedy("kubectl describe hpa; kubectl top pods")
                        .tag("D148"),
                each(
                        Deployments.SERVED,
                        name -> namespace
                                .service(name)
                                .hasEndpoints()
                                .requires(isRolledOut(name))
                                .tag("D149")),
                namespace
                        .ingress("trackdechets")
                        .isComplete(hosts.get(0), hosts.subList(1, hosts.size()).toArray(String[]::new))
                        .remedy("kubectl describe ingress trackdechets, and look at the log of its controller")
                        .tag("D150"));
    }
}
