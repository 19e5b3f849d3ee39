package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.examples.settings.Trust;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.ClusterChecks;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.k8s.NamespacedChecks;

/**
 * Is the page of Ticketer, in the order of the page. Each item carries the line of its box on paper as a tag, such as
 * {@code T48}; what no machine can see yet is asked of people.
 */
public final class TicketerChecklist implements AutoCloseable {
    private static final String OLDEST_CLUSTER = "1.25";

    private final TicketerSettings settings;
    private final KubernetesChecks kubernetes;

    /**
     * Connects to the cluster of the settings; nothing is asked before the list runs.
     *
     * @throws IllegalArgumentException if the kubeconfig cannot be read, or has no such context
     */
    public TicketerChecklist(TicketerSettings settings) {
        this.settings = settings;
        this.kubernetes = connect(settings.cluster());
    }

    private static KubernetesChecks connect(TicketerSettings.Cluster cluster) {
        try {
            return KubernetesChecks.connecting(cluster.kubeconfig(), cluster.context());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the settings kubernetes.kubeconfig and kubernetes.context do not fit: " + e.getMessage()
                            + "; kubectl config get-contexts --kubeconfig FILE lists what it has",
                    e);
        }
    }

    /**
     * Returns the page.
     *
     * @throws IllegalArgumentException if the certificate to trust cannot be read, or a setting is no name of its kind
     */
    public Checklist page() {
        NamespacedChecks namespace = kubernetes.inNamespace(settings.cluster().namespace());
        HttpChecks http = HttpChecks.using(Trust.client(settings.site().trust()));
        TicketerDatabase database = new TicketerDatabase(settings.database());
        TicketerSettings.Release release = settings.release();
        ClusterChecks cluster = kubernetes.cluster();
        Deployment deployment = new Deployment(namespace, http, settings.site(), database, release);
        return checklist(
                        "Ticketer: deployment to production",
                        cluster.isReachable().orStop().tag("T8"),
                        cluster.isCluster(settings.cluster().uid())
                                .orStop()
                                .because("a green list on the wrong cluster is the worst result")
                                .tag("T8"),
                        cluster.isVersionAtLeast(OLDEST_CLUSTER).tag("T8"),
                        section(
                                "Before the deployment",
                                new Preparation(http, settings.site(), database, release.version()).sections()),
                        section("Deployment", deployment.sections()),
                        section(
                                "Verification",
                                new Verification(namespace, http, settings.site(), deployment, release.version())
                                        .sections()),
                        section("Operations", Operations.sections()),
                        Readiness.scorecard(),
                        Readiness.signOffs())
                .about("release", release.version())
                .about("image", release.image())
                .about("namespace", settings.cluster().namespace())
                .about("site", settings.site().https().toString());
    }

    /** Tells how many lines of a list are answered by machines, and how many by people. */
    public static String tally(Checklist page) {
        long lines =
                page.entries().stream().filter(entry -> isLine(entry.item())).count();
        long people =
                page.entries().stream().filter(entry -> entry.isForPeople()).count();
        return "machine " + (lines - people) + ", people " + people;
    }

    private static boolean isLine(Item item) {
        return !(item instanceof Section);
    }

    @Override
    public void close() {
        kubernetes.close();
    }
}
