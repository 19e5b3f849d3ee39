package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.ClusterChecks;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.k8s.NamespacedChecks;

/**
 * Is the page of Ticketer, in the order of the page. Each item carries the line of its box on paper as a tag, such as
 * {@code T48}; what no machine can see yet is asked of people.
 */
public final class TicketerChecklist implements AutoCloseable {
    private final TicketerSettings settings;
    private final KubernetesChecks kubernetes;

    /**
     * Connects to the cluster of the settings; nothing is asked before the list runs.
     *
     * @throws IllegalArgumentException if the kubeconfig or the certificate to trust cannot be read
     */
    public TicketerChecklist(TicketerSettings settings) {
        this.settings = settings;
        this.kubernetes = KubernetesChecks.connecting(
                settings.cluster().kubeconfig(), settings.cluster().context());
    }

    /** Returns the page. */
    public Checklist page() {
        NamespacedChecks namespace = kubernetes.inNamespace(settings.cluster().namespace());
        HttpChecks http = HttpChecks.using(Trust.client(settings.site().trust()));
        TicketerDatabase database = new TicketerDatabase(settings.database());
        String image = settings.release().image();
        ClusterChecks cluster = kubernetes.cluster();
        return checklist(
                        "Ticketer: deployment to production",
                        cluster.isReachable().orStop().tag("T8"),
                        cluster.isCluster(settings.cluster().uid())
                                .orStop()
                                .because("a green list on the wrong cluster is the worst result")
                                .tag("T8"),
                        section("Before the deployment", new Preparation(http, settings.site(), database).sections()),
                        section(
                                "Deployment",
                                new Deployment(namespace, http, settings.site(), database, image).sections()),
                        section("Verification", new Verification(namespace, http, settings.site()).sections()),
                        section("Operations", Operations.sections()),
                        Readiness.scorecard(),
                        Readiness.signOffs())
                .about("release", settings.release().version())
                .about("image", image)
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
