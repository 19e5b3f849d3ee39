package dev.checklist.k8s;

import dev.checklist.Checklist;
import dev.checklist.k8s.health.HealthRule;
import dev.checklist.k8s.health.HealthRules;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts every check of a Kubernetes cluster.
 *
 * <p>The checks read through the given client with the verbs get and list and send self subject reviews; each request
 * is sent once and limited to 10 seconds, whatever the client allows. One look whether the server answers is shared by
 * all checks that start together, so that a dead server is one cause and costs one time-out.
 *
 * <p>A failed check of a workload is explained by the events and the last log lines of at most three of its pods, see
 * {@link #withoutLogs}.
 */
public final class KubernetesChecks implements AutoCloseable {
    private final KubernetesClient client;
    private final ApiServer server;
    private final boolean owned;
    private final HealthRules rules;

    private KubernetesChecks(KubernetesClient client, boolean owned) {
        this(client, new ApiServer(client, true), owned, HealthRules.known());
    }

    private KubernetesChecks(KubernetesClient client, ApiServer server, boolean owned, HealthRules rules) {
        this.client = client;
        this.server = server;
        this.owned = owned;
        this.rules = rules;
    }

    /** Uses a client of yours, which is never closed or changed. */
    public static KubernetesChecks using(KubernetesClient client) {
        if (client == null) {
            throw new IllegalArgumentException("the client is null: give one, or use connecting(...)");
        }
        return new KubernetesChecks(client, false);
    }

    /**
     * Connects as a context of a kubeconfig file says, with limits that a list needs: 3 seconds to connect, 10 seconds
     * a request, no retries of the client's own, no redirects. Nothing comes from environment variables or other files;
     * the token is read anew when the server refuses it.
     *
     * <p>An {@code exec} entry runs the program that it names: use files that you trust.
     *
     * @throws IllegalArgumentException if the file cannot be read, has no such context, cluster or user, skips the
     *     verification of certificates, or names a server that is neither https nor on this machine
     */
    public static KubernetesChecks connecting(Path kubeconfig, String context) {
        return new KubernetesChecks(Connections.of(kubeconfig, context), true);
    }

    /**
     * Connects to a server by its address, with the same limits and nothing from this machine's own kubeconfig, so that
     * no foreign token is ever sent.
     *
     * @param server the URL of the API server, https unless it is on this machine
     * @param token the bearer token
     * @param caFile the certificate of the server's authority, PEM
     * @throws IllegalArgumentException if one of them cannot be used
     */
    public static KubernetesChecks connecting(URI server, String token, Path caFile) {
        return new KubernetesChecks(Connections.of(server, token, caFile), true);
    }

    /**
     * Prints, as YAML, the Roles and the ClusterRole that an account needs to run these lists, and nothing more: {@code
     * get} of the named objects of kinds that are only read by name, such as Secrets; get, list and watch of the others.
     *
     * <p>Lists that one account runs belong into one call: roles of one name replace each other when they are applied.
     * Checks of more than one server get one set of roles each. Write the bindings to your account yourself.
     *
     * @throws IllegalArgumentException if a list is null
     */
    public static String rightsFor(Checklist checklist, Checklist... more) {
        List<Checklist> all = all(checklist, more);
        List<String> titles = all.stream().map(Checklist::title).toList();
        Map<String, List<Right>> rights = RequiredRights.of(all);
        return rights.isEmpty()
                ? "# No check of this list asks an API server for anything.\n"
                : rights.entrySet().stream()
                        .map(server -> RightsYaml.of(titles, server.getKey(), server.getValue()))
                        .collect(Collectors.joining("---\n"));
    }

    private static List<Checklist> all(Checklist checklist, Checklist... more) {
        if (more == null) {
            throw new IllegalArgumentException("the array of further checklists is null: leave it out");
        }
        return Stream.concat(Stream.of(given(checklist)), Arrays.stream(more).map(KubernetesChecks::given))
                .toList();
    }

    private static Checklist given(Checklist checklist) {
        if (checklist == null) {
            throw new IllegalArgumentException("the checklist is null: give the list whose rights are wanted");
        }
        return checklist;
    }

    /**
     * Keeps lines of logs out of every report: those that explain a failure are not read, those that a log check found
     * are only counted. Without this, at most 20 lines of a container are shown, masked, and never in JUnit XML.
     */
    public KubernetesChecks withoutLogs() {
        return new KubernetesChecks(client, new ApiServer(client, false), owned, rules);
    }

    /** Returns the checks of the cluster as a whole. */
    public ClusterChecks cluster() {
        return new ClusterChecks(server, client.getConfiguration());
    }

    /** Returns the checks of a namespace itself. */
    public NamespaceChecks namespace(String name) {
        return new NamespaceChecks(new Place(server, "", Names.label("namespace", name)));
    }

    /** Returns the checks of a StorageClass. */
    public StorageClassChecks storageClass(String name) {
        return new StorageClassChecks(new Place(server, "", Names.subdomain("name of the storage class", name)));
    }

    /** Returns the subjects of a namespace. */
    public NamespacedChecks inNamespace(String name) {
        return new NamespacedChecks(server, rules, name);
    }

    // ---- operators and custom resources

    /**
     * Judges custom resources of a kind by a rule of yours, in {@link ResourceChecks#isHealthy()} of what the returned
     * checks make; these checks stay as they are. Closing either closes the client that {@code connecting} made.
     *
     * <p>A rule that throws or returns null makes its line an ERROR.
     *
     * @param group the API group, such as {@code example.com}
     * @param kind the kind as objects state it, such as {@code Widget}
     */
    public KubernetesChecks withRule(String group, String kind, HealthRule rule) {
        if (rule == null) {
            throw new IllegalArgumentException("the rule is null: give one such as MyRules::widget");
        }
        return new KubernetesChecks(client, server, owned, rules.with(Names.group(group), Names.kind(kind), rule));
    }

    /**
     * Returns the checks of a CustomResourceDefinition.
     *
     * @param name its full name, such as {@code clusters.postgresql.cnpg.io}
     */
    public CustomResourceDefinitionChecks customResourceDefinition(String name) {
        return new CustomResourceDefinitionChecks(new Place(server, "", Names.definition(name)));
    }

    /**
     * Returns the checks of an operator, by the parts that it has.
     *
     * @param name what the operator is called in the report
     * @param parts one or more: its kinds, workloads, webhooks, ingress class
     */
    public OperatorChecks operator(String name, OperatorPart... parts) {
        return new OperatorChecks(server, name, parts);
    }

    /** Returns the checks of a ClusterIssuer of cert-manager. */
    public IssuerChecks clusterIssuer(String name) {
        return new IssuerChecks(
                new Place(server, "", Names.subdomain("name of the cluster issuer", name)), CustomKinds.CLUSTER_ISSUER);
    }

    /**
     * Returns the checks of a custom resource that has no namespace.
     *
     * @param apiVersion its group and version, such as {@code example.com/v1}
     * @param kind its kind as objects state it, such as {@code Widget}
     * @param plural its name in paths, such as {@code widgets}
     */
    public ResourceChecks resource(String apiVersion, String kind, String plural, String name) {
        return new ResourceChecks(
                new Place(server, "", Names.subdomain("name of the resource", name)),
                CustomKinds.of(apiVersion, kind, plural),
                rules);
    }

    /** Closes the client if it was made by {@code connecting}; a client of yours stays open. */
    @Override
    public void close() {
        if (owned) {
            client.close();
        }
    }
}
