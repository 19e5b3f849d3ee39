package dev.checklist.k8s;

import java.util.Map;

/** The kinds that a {@link FakeCluster} serves, by their names in paths. */
final class ResourceTypes {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("namespaces", "Namespace"),
            Map.entry("pods", "Pod"),
            Map.entry("services", "Service"),
            Map.entry("secrets", "Secret"),
            Map.entry("configmaps", "ConfigMap"),
            Map.entry("deployments", "Deployment"),
            Map.entry("replicasets", "ReplicaSet"),
            Map.entry("endpointslices", "EndpointSlice"),
            Map.entry("ingresses", "Ingress"),
            Map.entry("horizontalpodautoscalers", "HorizontalPodAutoscaler"));

    private ResourceTypes() {}

    static boolean isPlural(String word) {
        return KINDS.containsKey(word);
    }

    static boolean isKind(String word) {
        return KINDS.containsValue(word);
    }

    static String kind(String plural) {
        return KINDS.get(plural);
    }

    /** The group and version in a path, such as {@code apps/v1}. */
    static String apiVersion(String path) {
        String[] parts = path.split("/");
        return parts[1].equals("api") ? parts[2] : parts[2] + "/" + parts[3];
    }
}
