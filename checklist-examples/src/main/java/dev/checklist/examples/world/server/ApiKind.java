package dev.checklist.examples.world.server;

import dev.checklist.examples.world.state.Resource;
import java.util.List;

/**
 * A kind that the API server serves.
 *
 * @param group the API group, empty for the core group
 * @param version as in {@code v1}
 * @param kind as in {@code Deployment}
 * @param plural as in {@code deployments}
 */
public record ApiKind(String group, String version, String kind, String plural) {

    static final List<ApiKind> SERVED = List.of(
            new ApiKind("", "v1", "Namespace", "namespaces"),
            new ApiKind("", "v1", "Node", "nodes"),
            new ApiKind("", "v1", "Event", "events"),
            new ApiKind("", "v1", "ConfigMap", "configmaps"),
            new ApiKind("", "v1", "Secret", "secrets"),
            new ApiKind("", "v1", "Pod", "pods"),
            new ApiKind("", "v1", "Service", "services"),
            new ApiKind("", "v1", "ServiceAccount", "serviceaccounts"),
            new ApiKind("apps", "v1", "Deployment", "deployments"),
            new ApiKind("apps", "v1", "ReplicaSet", "replicasets"),
            new ApiKind("apps", "v1", "StatefulSet", "statefulsets"),
            new ApiKind("apps", "v1", "DaemonSet", "daemonsets"),
            new ApiKind("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
            new ApiKind("batch", "v1", "Job", "jobs"),
            new ApiKind("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices"),
            new ApiKind("networking.k8s.io", "v1", "Ingress", "ingresses"),
            new ApiKind("networking.k8s.io", "v1", "IngressClass", "ingressclasses"),
            new ApiKind("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies"),
            new ApiKind("storage.k8s.io", "v1", "StorageClass", "storageclasses"),
            new ApiKind("rbac.authorization.k8s.io", "v1", "Role", "roles"),
            new ApiKind("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings"),
            new ApiKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions"),
            new ApiKind("apiregistration.k8s.io", "v1", "APIService", "apiservices"),
            new ApiKind(
                    "admissionregistration.k8s.io",
                    "v1",
                    "ValidatingWebhookConfiguration",
                    "validatingwebhookconfigurations"),
            new ApiKind("metrics.k8s.io", "v1beta1", "PodMetrics", "pods"),
            new ApiKind("postgresql.cnpg.io", "v1", "Cluster", "clusters"),
            new ApiKind("postgresql.cnpg.io", "v1", "Backup", "backups"),
            new ApiKind("elasticsearch.k8s.elastic.co", "v1", "Elasticsearch", "elasticsearches"),
            new ApiKind("databases.spotahome.com", "v1", "RedisFailover", "redisfailovers"),
            new ApiKind("psmdb.percona.com", "v1", "PerconaServerMongoDB", "perconaservermongodbs"),
            new ApiKind("psmdb.percona.com", "v1", "PerconaServerMongoDBBackup", "perconaservermongodbbackups"),
            new ApiKind("cert-manager.io", "v1", "Certificate", "certificates"));

    /**
     * Finds the kind of an object.
     *
     * @throws IllegalArgumentException if it is not served
     */
    public static ApiKind of(Resource resource) {
        String apiVersion = resource.text("/apiVersion");
        return SERVED.stream()
                .filter(kind ->
                        kind.kind.equals(resource.kind()) && kind.apiVersion().equals(apiVersion))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "resource: " + apiVersion + " of " + resource + " is not served; add it to ApiKind.SERVED"));
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Names the kind as the server's messages do: {@code deployments.apps}, {@code pods}. */
    String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** Names the path of an object; the namespace of the cluster's own is empty. */
    public String path(String namespace, String name) {
        return (group.isEmpty() ? "/api/" : "/apis/")
                + apiVersion()
                + (namespace.isEmpty() ? "/" : "/namespaces/" + namespace + "/")
                + plural
                + "/"
                + name;
    }
}
