package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.HealthRules;
import java.util.Collection;

/** Has the subjects of one namespace. */
public final class NamespacedChecks {
    private final ApiServer server;
    private final HealthRules rules;
    private final String namespace;

    NamespacedChecks(ApiServer server, HealthRules rules, String namespace) {
        this.server = server;
        this.rules = rules;
        this.namespace = Names.label("namespace", namespace);
    }

    private Place place(String what, String name) {
        return new Place(server, namespace, Names.subdomain(what, name));
    }

    /** Returns the checks of the namespace itself. */
    public NamespaceChecks namespace() {
        return new NamespaceChecks(new Place(server, "", namespace));
    }

    // ---- workloads and their pods

    /** Returns the checks of a Deployment. */
    public DeploymentChecks deployment(String name) {
        return new DeploymentChecks(place("name of the deployment", name));
    }

    /** Returns the checks of the Deployments named, one line for each. */
    public DeploymentsChecks deployments(String name, String... more) {
        return deployments(Names.each(name, more));
    }

    /** Returns the checks of the Deployments named, at least one, one line for each. */
    public DeploymentsChecks deployments(Collection<String> names) {
        return new DeploymentsChecks(this, names);
    }

    /** Returns the checks of all Deployments of the namespace, of which there are at least so many. */
    public AllWorkloads allDeployments(int least) {
        return new AllWorkloads(server, namespace, new DeploymentRule(), least);
    }

    /** Returns the checks of a StatefulSet. */
    public StatefulSetChecks statefulSet(String name) {
        return new StatefulSetChecks(place("name of the stateful set", name));
    }

    /** Returns the checks of all StatefulSets of the namespace, of which there are at least so many. */
    public AllWorkloads allStatefulSets(int least) {
        return new AllWorkloads(server, namespace, new StatefulSetRule(), least);
    }

    /** Returns the checks of a DaemonSet. */
    public DaemonSetChecks daemonSet(String name) {
        return new DaemonSetChecks(place("name of the daemon set", name));
    }

    /** Returns the checks of all DaemonSets of the namespace, of which there are at least so many. */
    public AllWorkloads allDaemonSets(int least) {
        return new AllWorkloads(server, namespace, new DaemonSetRule(), least);
    }

    /** Returns the checks of a Job. */
    public JobChecks job(String name) {
        return new JobChecks(place("name of the job", name));
    }

    /** Returns the checks of all Jobs of the namespace but those of CronJobs, of which there are at least so many. */
    public AllJobs allJobs(int least) {
        return new AllJobs(server, namespace, least);
    }

    /** Returns the checks of a CronJob. */
    public CronJobChecks cronJob(String name) {
        return new CronJobChecks(place("name of the cron job", name));
    }

    /** Returns the checks of all CronJobs of the namespace, of which there are at least so many. */
    public AllCronJobs allCronJobs(int least) {
        return new AllCronJobs(server, namespace, least);
    }

    /** Returns the checks of all pods of the namespace. */
    public PodChecks pods() {
        return new PodChecks(server, namespace, "");
    }

    /**
     * Returns the checks of the pods that a label selector matches.
     *
     * @param labelSelector as kubectl takes it, such as {@code app=payments-api,tier!=test}
     */
    public PodChecks pods(String labelSelector) {
        if (labelSelector == null || labelSelector.isBlank()) {
            throw new IllegalArgumentException("the label selector is " + (labelSelector == null ? "null" : "blank")
                    + ": give one such as app=api, or call pods()");
        }
        return new PodChecks(server, namespace, labelSelector.strip());
    }

    // ---- network

    /** Returns the checks of a Service. */
    public ServiceChecks service(String name) {
        return new ServiceChecks(place("name of the service", name));
    }

    /**
     * Returns the checks of several Services, one line for each.
     *
     * @throws IllegalArgumentException if a name is given twice
     */
    public ServicesChecks services(String first, String... more) {
        return new ServicesChecks(
                Names.each(first, more).stream().map(this::service).toList());
    }

    /** Returns the checks of an Ingress. */
    public IngressChecks ingress(String name) {
        return new IngressChecks(place("name of the ingress", name));
    }

    /** Returns the checks of a HorizontalPodAutoscaler. */
    public AutoscalerChecks autoscaler(String name) {
        return new AutoscalerChecks(place("name of the autoscaler", name));
    }

    /** Returns the checks of all HorizontalPodAutoscalers of the namespace, of which there are at least so many. */
    public AutoscalersChecks allAutoscalers(int least) {
        return new AutoscalersChecks(server, namespace, Least.of("autoscalers", least));
    }

    /** Returns the checks of all NetworkPolicies of the namespace. */
    public NetworkPolicyChecks networkPolicies() {
        return new NetworkPolicyChecks(server, namespace);
    }

    // ---- configuration

    /** Returns the checks of a Secret. */
    public SecretChecks secret(String name) {
        return new SecretChecks(place("name of the secret", name));
    }

    /**
     * Returns the checks of several Secrets, one line for each.
     *
     * @throws IllegalArgumentException if a name is given twice
     */
    public SecretsChecks secrets(String first, String... more) {
        return new SecretsChecks(
                Names.each(first, more).stream().map(this::secret).toList());
    }

    /** Returns the checks of a Secret that holds a certificate and its private key. */
    public TlsSecretChecks tlsSecret(String name) {
        return new TlsSecretChecks(place("name of the secret", name));
    }

    /** Returns the checks of a ConfigMap. */
    public ConfigMapChecks configMap(String name) {
        return new ConfigMapChecks(place("name of the config map", name));
    }

    /**
     * Returns the checks of several ConfigMaps, one line for each.
     *
     * @throws IllegalArgumentException if a name is given twice
     */
    public ConfigMapsChecks configMaps(String first, String... more) {
        return new ConfigMapsChecks(
                Names.each(first, more).stream().map(this::configMap).toList());
    }

    // ---- capacity and rights

    /** Returns the checks of what the metrics API says of the pods of the namespace. */
    public MetricsChecks metrics() {
        return new MetricsChecks(server, namespace);
    }

    /** Returns the checks of a ResourceQuota. */
    public QuotaChecks quota(String name) {
        return new QuotaChecks(place("name of the quota", name));
    }

    /** Returns the checks of all ResourceQuotas of the namespace, of which there are at least so many. */
    public QuotasChecks allQuotas(int least) {
        return new QuotasChecks(server, namespace, Least.of("quotas", least));
    }

    /** Returns the checks of a LimitRange. */
    public LimitRangeChecks limitRange(String name) {
        return new LimitRangeChecks(place("name of the limit range", name));
    }

    /** Returns the checks of a PersistentVolumeClaim. */
    public PersistentVolumeClaimChecks persistentVolumeClaim(String name) {
        return new PersistentVolumeClaimChecks(place("name of the persistent volume claim", name), false);
    }

    /** Returns the checks of all PersistentVolumeClaims of the namespace, of which there are at least so many. */
    public PersistentVolumeClaimsChecks allPersistentVolumeClaims(int least) {
        return new PersistentVolumeClaimsChecks(server, namespace, Least.of("persistent volume claims", least), false);
    }

    /** Returns the checks of a PodDisruptionBudget. */
    public PodDisruptionBudgetChecks podDisruptionBudget(String name) {
        return new PodDisruptionBudgetChecks(place("name of the pod disruption budget", name));
    }

    /** Returns the checks of a Role. */
    public RoleChecks role(String name) {
        return new RoleChecks(new Place(server, namespace, AccessNames.checked("name of the role", name)));
    }

    /** Returns the checks of a RoleBinding. */
    public RoleBindingChecks roleBinding(String name) {
        return new RoleBindingChecks(
                new Place(server, namespace, AccessNames.checked("name of the role binding", name)));
    }

    /** Returns the checks of a ServiceAccount. */
    public ServiceAccountChecks serviceAccount(String name) {
        return new ServiceAccountChecks(place("name of the service account", name));
    }

    /**
     * Passes when the account in use may do this in the namespace, by a self subject access review.
     *
     * @param verb such as {@code list}
     * @param resource as kubectl takes it: {@code pods}, {@code deployments.apps}, {@code pods/log}; the cluster has to
     *     serve it
     */
    public Check can(String verb, String resource) {
        return AccessChecks.ofOurs(server, namespace, verb, resource, true);
    }

    /**
     * Passes when the server says that the account in use may not do this in the namespace. The namespace has to exist
     * and the cluster to serve the resource: nobody can do what there is not.
     *
     * @param verb such as {@code list}
     * @param resource as kubectl takes it: {@code secrets}, {@code deployments.apps}, {@code pods/exec}
     */
    public Check cannot(String verb, String resource) {
        return AccessChecks.ofOurs(server, namespace, verb, resource, false);
    }

    // ---- operators and custom resources

    /** Returns the checks of a Certificate of cert-manager. */
    public CertificateChecks certificate(String name) {
        return new CertificateChecks(place("name of the certificate", name));
    }

    /** Returns the checks of an Issuer of cert-manager. */
    public IssuerChecks issuer(String name) {
        return new IssuerChecks(place("name of the issuer", name), CustomKinds.ISSUER);
    }

    /** Returns the checks of a Cluster of CloudNativePG ({@code clusters.postgresql.cnpg.io}). */
    public CnpgClusterChecks cnpgCluster(String name) {
        return new CnpgClusterChecks(place("name of the cluster", name));
    }

    /** Returns the checks of a PerconaServerMongoDB. */
    public PsmdbChecks psmdb(String name) {
        return new PsmdbChecks(place("name of the psmdb", name));
    }

    /** Returns the checks of an Elasticsearch of ECK. */
    public ElasticsearchChecks elasticsearch(String name) {
        return new ElasticsearchChecks(place("name of the elasticsearch", name), false);
    }

    /** Returns the checks of a RedisFailover of spotahome. */
    public RedisFailoverChecks redisFailover(String name) {
        return new RedisFailoverChecks(place("name of the redis failover", name));
    }

    /**
     * Returns the checks of any other custom resource.
     *
     * @param apiVersion its group and version, such as {@code example.com/v1}
     * @param kind its kind as objects state it, such as {@code Widget}
     * @param plural its name in paths, such as {@code widgets}
     */
    public ResourceChecks resource(String apiVersion, String kind, String plural, String name) {
        return new ResourceChecks(place("name of the resource", name), CustomKinds.of(apiVersion, kind, plural), rules);
    }
}
