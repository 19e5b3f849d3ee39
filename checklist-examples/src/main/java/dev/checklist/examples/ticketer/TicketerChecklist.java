package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.examples.page.Page;
import dev.checklist.examples.page.Phase;
import dev.checklist.history.RunArchive;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.ClusterChecks;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Is the page of Ticketer, phase by phase in the order of the page. Each item carries the line of its box on paper as a
 * tag, such as {@code T48}; what no machine can see is asked of people.
 */
public final class TicketerChecklist implements Page {
    private static final String OLDEST_CLUSTER = "1.25";

    private final TicketerSettings settings;
    private final KubernetesChecks kubernetes;

    /**
     * Connects to the cluster of the settings; nothing is asked before a phase runs.
     *
     * @throws IllegalArgumentException if the kubeconfig cannot be read, or has no such context
     */
    public TicketerChecklist(TicketerSettings settings) {
        this.settings = settings;
        this.kubernetes = settings.cluster().connect();
    }

    @Override
    public String name() {
        return "ticketer";
    }

    @Override
    public Map<Phase, Checklist> phases() {
        Map<Phase, Checklist> phases = new EnumMap<>(Phase.class);
        Parts parts = new Parts();
        phases.put(Phase.BEFORE, phase(Phase.BEFORE, parts.before()));
        phases.put(
                Phase.DEPLOY,
                phase(
                        Phase.DEPLOY,
                        Stream.concat(parts.wayBack().stream(), parts.deploy().stream())
                                .toList()));
        phases.put(
                Phase.VERIFY,
                phase(
                        Phase.VERIFY,
                        Stream.concat(Stream.of(parts.deployed()), parts.verify().stream())
                                .toList()));
        phases.put(Phase.ROLLBACK, phase(Phase.ROLLBACK, parts.rollback()));
        return phases;
    }

    /**
     * Returns the whole page, for a run from its first line to its last.
     *
     * @throws IllegalArgumentException if the certificate to trust cannot be read, or a setting is no name of its kind
     */
    public Checklist page() {
        Parts parts = new Parts();
        List<Item> lines = new ArrayList<>();
        lines.add(section(Phase.BEFORE.title(), parts.before()));
        lines.add(section(Phase.DEPLOY.title(), parts.deploy()));
        lines.addAll(parts.verify());
        return about(checklist("Ticketer: deployment to production", withAccess(lines)));
    }

    /** The items of every phase; a new one for each list, so that each item is on one list. */
    private final class Parts {
        private final NamespacedChecks namespace =
                kubernetes.inNamespace(settings.cluster().namespace());
        private final HttpChecks http = settings.network().http();
        private final TicketerDatabase database = new TicketerDatabase(settings);
        private final Deployment deployment = new Deployment(settings, namespace, http, database);

        List<Item> before() {
            return new Preparation(settings, namespace, http, database).sections();
        }

        List<Item> wayBack(Section... backups) {
            return new WayBack(settings, namespace).lines(backups);
        }

        List<Item> deploy() {
            return deployment.sections();
        }

        Item deployed() {
            return section("Deployed", deployment.isRolledOut(), deployment.runsTheRelease(), deployment.isServed());
        }

        List<Item> verify() {
            Section backups = Operations.backups(settings.workplace().repository());
            List<Item> lines = new ArrayList<>(wayBack(backups));
            lines.addAll(List.of(
                    section(
                            Phase.VERIFY.title(),
                            new Verification(settings, namespace, http, deployment, database).sections()),
                    section(
                            "Operations",
                            Operations.sections(settings.workplace().repository(), backups)),
                    Readiness.scorecard(),
                    Readiness.signatures()));
            return lines;
        }

        List<Item> rollback() {
            return new Rollback(settings, namespace, http, deployment).sections();
        }
    }

    private Checklist phase(Phase phase, List<Item> lines) {
        return about(checklist("Ticketer: " + phase.title(), withAccess(lines)));
    }

    private List<Item> withAccess(List<Item> lines) {
        ClusterChecks cluster = kubernetes.cluster();
        List<Item> all = new ArrayList<>(List.of(
                cluster.isReachable().orStop().tag("T8"),
                cluster.isCluster(settings.cluster().uid())
                        .orStop()
                        .because("a green list on the wrong cluster is the worst result")
                        .tag("T8"),
                cluster.isVersionAtLeast(OLDEST_CLUSTER).tag("T8")));
        all.addAll(lines);
        return all;
    }

    private Checklist about(Checklist list) {
        return list.about("release", settings.release().version())
                .about("image", settings.release().image())
                .about("commit", settings.workplace().commit())
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
    public RunArchive archive() {
        return RunArchive.at(settings.workplace().archive());
    }

    @Override
    public String[] secrets() {
        return settings.secrets();
    }

    @Override
    public void close() {
        kubernetes.close();
    }
}
