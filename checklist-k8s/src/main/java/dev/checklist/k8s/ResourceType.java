package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Locale;

/**
 * Names a kind of resource as the API server does.
 *
 * @param api the path of its group and version
 * @param plural its name in paths
 * @param type the class of an object, named like its kind
 * @param isListed false for kinds that are only ever read by name, such as Secrets: a list would hold all of them
 */
record ResourceType<T extends HasMetadata>(String api, String plural, Class<T> type, boolean isListed) {

    static final ResourceType<Namespace> NAMESPACE = named("api/v1", "namespaces", Namespace.class);
    static final ResourceType<Secret> SECRET = named("api/v1", "secrets", Secret.class);
    static final ResourceType<ConfigMap> CONFIG_MAP = named("api/v1", "configmaps", ConfigMap.class);
    static final ResourceType<Service> SERVICE = named("api/v1", "services", Service.class);
    static final ResourceType<Deployment> DEPLOYMENT = named("apis/apps/v1", "deployments", Deployment.class);
    static final ResourceType<Ingress> INGRESS = named("apis/networking.k8s.io/v1", "ingresses", Ingress.class);
    static final ResourceType<HorizontalPodAutoscaler> AUTOSCALER =
            named("apis/autoscaling/v2", "horizontalpodautoscalers", HorizontalPodAutoscaler.class);
    static final ResourceType<Pod> POD = listed("api/v1", "pods", Pod.class);
    static final ResourceType<ReplicaSet> REPLICA_SET = listed("apis/apps/v1", "replicasets", ReplicaSet.class);
    static final ResourceType<EndpointSlice> ENDPOINT_SLICE =
            listed("apis/discovery.k8s.io/v1", "endpointslices", EndpointSlice.class);

    private static <T extends HasMetadata> ResourceType<T> named(String api, String plural, Class<T> type) {
        return new ResourceType<>(api, plural, type, false);
    }

    private static <T extends HasMetadata> ResourceType<T> listed(String api, String plural, Class<T> type) {
        return new ResourceType<>(api, plural, type, true);
    }

    String kind() {
        return type.getSimpleName();
    }

    /** Returns the group and version as objects state it. */
    String apiVersion() {
        return api.substring(api.indexOf('/') + 1);
    }

    /** Returns the path of all objects of a namespace; the namespace is empty for kinds that have none. */
    String path(String namespace) {
        return api + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural;
    }

    /** Returns the kind as it stands in a sentence. */
    String word() {
        return kind().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
