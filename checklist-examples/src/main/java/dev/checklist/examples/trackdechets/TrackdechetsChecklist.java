package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.checklist;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.examples.page.Page;
import dev.checklist.examples.page.Phase;
import dev.checklist.history.RunArchive;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.k8s.NamespacedChecks;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Is the page of Trackdéchets, phase by phase in the order of the page. Each item carries the line of its box on paper as
 * a tag, such as {@code D142}; what no machine can see is asked of people.
 */
public final class TrackdechetsChecklist implements Page {
    private final TrackdechetsSettings settings;
    private final KubernetesChecks kubernetes;
    private final KubernetesClient client;
    private final TrackdechetsStores stores;

    /**
     * Connects to the cluster and the object store of the settings; nothing is asked before a phase runs.
     *
     * @throws IllegalArgumentException if the kubeconfig cannot be read, or has no such context
     */
    public TrackdechetsChecklist(TrackdechetsSettings settings) {
        this.settings = settings;
        this.kubernetes = settings.cluster().connect();
        this.client = settings.cluster().client();
        this.stores = TrackdechetsStores.open(settings, client);
    }

    @Override
    public String name() {
        return "trackdechets";
    }

    @Override
    public Map<Phase, Checklist> phases() {
        NamespacedChecks namespace = kubernetes.inNamespace(settings.cluster().namespace());
        HttpChecks http = settings.sites().network().http();
        List<String> domains = settings.sites().domains();
        Access access = new Access(kubernetes.cluster(), settings);
        Rollout rollout = new Rollout(namespace, settings.release(), domains);
        Databases databases = new Databases(namespace, http, settings);
        Secrets secrets = new Secrets(namespace, settings.services().usesSentry());
        Repository repository = new Repository(settings, domains);
        Images images = new Images(settings.workplace(), settings.release());
        ObjectStorage storage = stores.lines();
        Exposure exposure = new Exposure(namespace, http, settings);

        Map<Phase, List<Item>> lines = new EnumMap<>(Phase.class);
        List<Item> before = new ArrayList<>(new Prerequisites(kubernetes, access, settings).sections());
        before.add(storage.store());
        before.add(new ExternalServices(http, settings.sites(), settings.services()).section());
        before.add(new Operators(kubernetes, settings.services().usesCertManager()).section());
        before.addAll(List.of(
                secrets.section(),
                repository.holdsNoSecret(),
                repository.manifests(),
                storage.backupStore(),
                images.pushed(),
                Paperwork.production(settings.release())));
        lines.put(Phase.BEFORE, before);
        lines.put(Phase.DEPLOY, List.of(rollout.section(), databases.retention(), databases.section()));
        Verification verification = new Verification(namespace, http, settings.sites());
        Measured measured = new Measured(http, settings.monitoring().prometheus());
        VerifyPhase verify = new VerifyPhase(
                new WayBack(namespace, images.previousAreThere(namespace))
                        .lines(storage.beforeTheRollout(
                                namespace.deployment(Deployments.API).rolloutStart())),
                rollout.stillDeployed(),
                verification.section(),
                verification.logs(),
                List.of(
                        exposure.section(),
                        new Watching(http, measured, settings.monitoring()).section(),
                        databases.backups(),
                        storage.freshBackups()),
                Performance.section(namespace, settings.release().loadTestedAt()),
                List.of(
                        Checklists.section("Placeholders", secrets.haveNoPlaceholders()),
                        new Security(namespace).section(),
                        exposure.certificates(),
                        images.scanned(),
                        storage.protection(),
                        Paperwork.documentation(
                                archived(Phase.DEPLOY), settings.workplace().repository()),
                        Paperwork.rollbackPlan()));
        lines.put(Phase.VERIFY, verify.lines(archived(Phase.BEFORE)));
        lines.put(Phase.FIRST_DAY, List.copyOf(new FirstDay(namespace, measured, archive()).sections()));
        lines.put(
                Phase.ROLLBACK,
                new Rollback(namespace, rollout, settings)
                        .lines(new WayBack(namespace, images.previousAreThere(namespace)).lines()));

        Map<Phase, Checklist> phases = new EnumMap<>(Phase.class);
        lines.forEach((phase, items) -> phases.put(phase, phase(phase, access, items)));
        return phases;
    }

    private Checklist phase(Phase phase, Access access, List<Item> lines) {
        List<Item> gates = phase == Phase.DEPLOY ? access.linesWithEnvironment() : access.lines();
        Checklist list = checklist(
                title(phase), Stream.concat(gates.stream(), lines.stream()).toList());
        for (Map.Entry<String, String> about : about().entrySet()) {
            list = list.about(about.getKey(), about.getValue());
        }
        return list;
    }

    private static String title(Phase phase) {
        return "Trackdéchets: " + phase.title();
    }

    private Map<String, String> about() {
        return new TreeMap<>(Map.of(
                "commit", settings.workplace().commit(),
                "environment", settings.release().environment(),
                "release", settings.release().version(),
                "namespace", settings.cluster().namespace(),
                "site", settings.sites().ui().domain()));
    }

    private Check archived(Phase phase) {
        return Archived.check(archive(), phase, title(phase), about());
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
        stores.close();
        client.close();
        kubernetes.close();
    }
}
