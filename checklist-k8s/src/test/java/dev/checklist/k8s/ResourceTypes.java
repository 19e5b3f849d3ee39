package dev.checklist.k8s;

import java.util.Map;

/** The kinds that a {@link FakeCluster} serves, with their names in paths. */
final class ResourceTypes {
    private static final Map<String, String> PLURALS = Map.ofEntries(
            Map.entry("Namespace", "namespaces"),
            Map.entry("Pod", "pods"),
            Map.entry("Service", "services"),
            Map.entry("Secret", "secrets"),
            Map.entry("ConfigMap", "configmaps"),
            Map.entry("Deployment", "deployments"),
            Map.entry("ReplicaSet", "replicasets"),
            Map.entry("StatefulSet", "statefulsets"),
            Map.entry("DaemonSet", "daemonsets"),
            Map.entry("Job", "jobs"),
            Map.entry("CronJob", "cronjobs"),
            Map.entry("EndpointSlice", "endpointslices"),
            Map.entry("Ingress", "ingresses"),
            Map.entry("IngressClass", "ingressclasses"),
            Map.entry("HorizontalPodAutoscaler", "horizontalpodautoscalers"),
            Map.entry("NetworkPolicy", "networkpolicies"),
            Map.entry("PersistentVolumeClaim", "persistentvolumeclaims"),
            Map.entry("PersistentVolume", "persistentvolumes"),
            Map.entry("StorageClass", "storageclasses"),
            Map.entry("ResourceQuota", "resourcequotas"),
            Map.entry("LimitRange", "limitranges"),
            Map.entry("PodDisruptionBudget", "poddisruptionbudgets"),
            Map.entry("CustomResourceDefinition", "customresourcedefinitions"),
            Map.entry("APIService", "apiservices"),
            Map.entry("Node", "nodes"),
            Map.entry("Event", "events"),
            Map.entry("ServiceAccount", "serviceaccounts"),
            Map.entry("Role", "roles"),
            Map.entry("RoleBinding", "rolebindings"),
            Map.entry("ClusterRole", "clusterroles"),
            Map.entry("ClusterRoleBinding", "clusterrolebindings"),
            Map.entry("ValidatingWebhookConfiguration", "validatingwebhookconfigurations"),
            Map.entry("MutatingWebhookConfiguration", "mutatingwebhookconfigurations"),
            Map.entry("CSIDriver", "csidrivers"),
            Map.entry("PodMetrics", "pods"),
            Map.entry("NodeMetrics", "nodes"),
            Map.entry("Certificate", "certificates"),
            Map.entry("Issuer", "issuers"),
            Map.entry("ClusterIssuer", "clusterissuers"),
            Map.entry("Cluster", "clusters"),
            Map.entry("Backup", "backups"),
            Map.entry("Elasticsearch", "elasticsearches"),
            Map.entry("RedisFailover", "redisfailovers"),
            Map.entry("PerconaServerMongoDB", "perconaservermongodbs"),
            Map.entry("PerconaServerMongoDBBackup", "perconaservermongodbbackups"),
            Map.entry("Widget", "widgets"));
    private static final String METRICS = "/apis/metrics.k8s.io/";

    private ResourceTypes() {}

    static boolean isPlural(String word) {
        return PLURALS.containsValue(word);
    }

    static boolean isKind(String word) {
        return PLURALS.containsKey(word);
    }

    static String plural(String kind) {
        return PLURALS.get(kind);
    }

    /** The kind of what a path lists. */
    static String kind(String path) {
        String plural = path.substring(path.lastIndexOf('/') + 1);
        return PLURALS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(plural)
                        && entry.getKey().endsWith("Metrics") == path.startsWith(METRICS))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** The group and version in a path, such as {@code apps/v1}. */
    static String apiVersion(String path) {
        String[] parts = path.split("/");
        return parts[1].equals("api") ? parts[2] : parts[2] + "/" + parts[3];
    }
}
