package dev.checklist.k8s;

import dev.checklist.Check;
import java.util.ArrayList;
import java.util.List;

/** Has the subjects of one namespace. */
public final class NamespacedChecks {
    private final ApiServer server;
    private final String namespace;

    NamespacedChecks(ApiServer server, String namespace) {
        this.server = server;
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

    /** Returns the checks of several Services, one line for each. */
    public ServicesChecks services(String first, String... more) {
        List<ServiceChecks> services = new ArrayList<>();
        services.add(service(first));
        if (more == null) {
            throw new IllegalArgumentException("the array of further services is null: leave it out");
        }
        for (String name : more) {
            services.add(service(name));
        }
        return new ServicesChecks(List.copyOf(services));
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

    /** Returns the checks of a ConfigMap. */
    public ConfigMapChecks configMap(String name) {
        return new ConfigMapChecks(place("name of the config map", name));
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
}
