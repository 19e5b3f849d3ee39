package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Locale;

/**
 * Names a kind of resource as the API server does.
 *
 * @param api the path of its group and version
 * @param plural its name in paths
 * @param kind its name in objects
 * @param type the class of an object
 * @param isListed false for kinds that are only ever read by name, such as Secrets: a list would hold all of them
 */
record ResourceType<T extends HasMetadata>(String api, String plural, String kind, Class<T> type, boolean isListed) {

    static final ResourceType<Namespace> NAMESPACE = named("api/v1", "namespaces", Namespace.class);
    static final ResourceType<Secret> SECRET = named("api/v1", "secrets", Secret.class);
    static final ResourceType<ConfigMap> CONFIG_MAP = named("api/v1", "configmaps", ConfigMap.class);
    static final ResourceType<Service> SERVICE = listed("api/v1", "services", Service.class);
    static final ResourceType<Pod> POD = listed("api/v1", "pods", Pod.class);
    static final ResourceType<Node> NODE = listed("api/v1", "nodes", Node.class);
    static final ResourceType<Event> EVENT = listed("api/v1", "events", Event.class);
    static final ResourceType<ServiceAccount> SERVICE_ACCOUNT =
            listed("api/v1", "serviceaccounts", ServiceAccount.class);
    static final ResourceType<PersistentVolumeClaim> PERSISTENT_VOLUME_CLAIM =
            listed("api/v1", "persistentvolumeclaims", PersistentVolumeClaim.class);
    static final ResourceType<PersistentVolume> PERSISTENT_VOLUME =
            listed("api/v1", "persistentvolumes", PersistentVolume.class);
    static final ResourceType<ResourceQuota> RESOURCE_QUOTA = listed("api/v1", "resourcequotas", ResourceQuota.class);
    static final ResourceType<LimitRange> LIMIT_RANGE = listed("api/v1", "limitranges", LimitRange.class);
    static final ResourceType<Deployment> DEPLOYMENT = listed("apis/apps/v1", "deployments", Deployment.class);
    static final ResourceType<ReplicaSet> REPLICA_SET = listed("apis/apps/v1", "replicasets", ReplicaSet.class);
    static final ResourceType<StatefulSet> STATEFUL_SET = listed("apis/apps/v1", "statefulsets", StatefulSet.class);
    static final ResourceType<DaemonSet> DAEMON_SET = listed("apis/apps/v1", "daemonsets", DaemonSet.class);
    static final ResourceType<Job> JOB = listed("apis/batch/v1", "jobs", Job.class);
    static final ResourceType<CronJob> CRON_JOB = listed("apis/batch/v1", "cronjobs", CronJob.class);
    static final ResourceType<HorizontalPodAutoscaler> AUTOSCALER =
            listed("apis/autoscaling/v2", "horizontalpodautoscalers", HorizontalPodAutoscaler.class);
    static final ResourceType<EndpointSlice> ENDPOINT_SLICE =
            listed("apis/discovery.k8s.io/v1", "endpointslices", EndpointSlice.class);
    static final ResourceType<Ingress> INGRESS = listed("apis/networking.k8s.io/v1", "ingresses", Ingress.class);
    static final ResourceType<IngressClass> INGRESS_CLASS =
            listed("apis/networking.k8s.io/v1", "ingressclasses", IngressClass.class);
    static final ResourceType<NetworkPolicy> NETWORK_POLICY =
            listed("apis/networking.k8s.io/v1", "networkpolicies", NetworkPolicy.class);
    static final ResourceType<StorageClass> STORAGE_CLASS =
            listed("apis/storage.k8s.io/v1", "storageclasses", StorageClass.class);
    static final ResourceType<PodDisruptionBudget> POD_DISRUPTION_BUDGET =
            listed("apis/policy/v1", "poddisruptionbudgets", PodDisruptionBudget.class);
    static final ResourceType<APIService> API_SERVICE =
            named("apis/apiregistration.k8s.io/v1", "apiservices", APIService.class);
    static final ResourceType<NodeMetrics> NODE_METRICS =
            listed("apis/metrics.k8s.io/v1beta1", "nodes", NodeMetrics.class);
    static final ResourceType<PodMetrics> POD_METRICS = listed("apis/metrics.k8s.io/v1beta1", "pods", PodMetrics.class);
    static final ResourceType<Role> ROLE = listed("apis/rbac.authorization.k8s.io/v1", "roles", Role.class);
    static final ResourceType<RoleBinding> ROLE_BINDING =
            listed("apis/rbac.authorization.k8s.io/v1", "rolebindings", RoleBinding.class);
    static final ResourceType<ClusterRole> CLUSTER_ROLE =
            listed("apis/rbac.authorization.k8s.io/v1", "clusterroles", ClusterRole.class);
    static final ResourceType<ClusterRoleBinding> CLUSTER_ROLE_BINDING =
            listed("apis/rbac.authorization.k8s.io/v1", "clusterrolebindings", ClusterRoleBinding.class);
    static final ResourceType<CustomResourceDefinition> CUSTOM_RESOURCE_DEFINITION =
            named("apis/apiextensions.k8s.io/v1", "customresourcedefinitions", CustomResourceDefinition.class);

    private static <T extends HasMetadata> ResourceType<T> named(String api, String plural, Class<T> type) {
        return new ResourceType<>(api, plural, type.getSimpleName(), type, false);
    }

    private static <T extends HasMetadata> ResourceType<T> listed(String api, String plural, Class<T> type) {
        return new ResourceType<>(api, plural, type.getSimpleName(), type, true);
    }

    /** Names a kind of custom resource, which is read by name. */
    static ResourceType<GenericKubernetesResource> custom(String group, String version, String plural, String kind) {
        return new ResourceType<>(
                "apis/" + group + "/" + version, plural, kind, GenericKubernetesResource.class, false);
    }

    /**
     * Tells whether its objects may be watched there: never those read by name, not what changes all the time, and not
     * metrics, which no server lets be watched.
     */
    boolean isWatched(String namespace) {
        return isListed && !equals(EVENT) && !group().equals("metrics.k8s.io") && !(equals(POD) && namespace.isEmpty());
    }

    /** Returns the API group, empty for the core. */
    String group() {
        String[] parts = api.split("/");
        return parts[0].equals("api") ? "" : parts[1];
    }

    /** Tells whether every API server serves the kind. */
    boolean isCore() {
        return group().isEmpty();
    }

    /** Returns the group and version as objects state it. */
    String apiVersion() {
        return api.substring(api.indexOf('/') + 1);
    }

    /** Returns the path of all objects of a namespace; the namespace is empty for kinds that have none. */
    String path(String namespace) {
        return api + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural;
    }

    /** Tells whether a CustomResourceDefinition has to be installed before a server serves the kind. */
    boolean isCustom() {
        return type == GenericKubernetesResource.class;
    }

    /** Returns the plural name as kubectl takes it, with the group where the core or another group has the same name. */
    String qualified() {
        return isCustom() || group().equals("metrics.k8s.io") ? plural + "." + group() : plural;
    }

    /** Returns the kind as it stands in a sentence; of custom ones the full name, since many groups have a Cluster. */
    String word() {
        if (isCustom()) {
            return qualified();
        }
        return kind().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
