package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetList;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceList;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names a kind of resource as the API server does.
 *
 * @param api the path of its group and version
 * @param plural its name in paths
 * @param kind its name in objects
 * @param type the class of an object
 * @param listType reads its lists; null for kinds that are only ever read by name
 */
record ResourceType<T extends HasMetadata>(
        String api,
        String plural,
        String kind,
        Class<T> type,
        @Nullable ListType<T> listType) {

    static final ResourceType<Namespace> NAMESPACE = named("api/v1", "namespaces", "Namespace", Namespace.class);
    static final ResourceType<Secret> SECRET = named("api/v1", "secrets", "Secret", Secret.class);
    static final ResourceType<ConfigMap> CONFIG_MAP = named("api/v1", "configmaps", "ConfigMap", ConfigMap.class);
    static final ResourceType<Service> SERVICE = named("api/v1", "services", "Service", Service.class);
    static final ResourceType<Deployment> DEPLOYMENT =
            named("apis/apps/v1", "deployments", "Deployment", Deployment.class);
    static final ResourceType<Ingress> INGRESS =
            named("apis/networking.k8s.io/v1", "ingresses", "Ingress", Ingress.class);
    static final ResourceType<HorizontalPodAutoscaler> AUTOSCALER = named(
            "apis/autoscaling/v2",
            "horizontalpodautoscalers",
            "HorizontalPodAutoscaler",
            HorizontalPodAutoscaler.class);
    static final ResourceType<Pod> POD =
            new ResourceType<>("api/v1", "pods", "Pod", Pod.class, ListType.of(PodList.class, PodList::getKind));
    static final ResourceType<ReplicaSet> REPLICA_SET = new ResourceType<>(
            "apis/apps/v1",
            "replicasets",
            "ReplicaSet",
            ReplicaSet.class,
            ListType.of(ReplicaSetList.class, ReplicaSetList::getKind));
    static final ResourceType<EndpointSlice> ENDPOINT_SLICE = new ResourceType<>(
            "apis/discovery.k8s.io/v1",
            "endpointslices",
            "EndpointSlice",
            EndpointSlice.class,
            ListType.of(EndpointSliceList.class, EndpointSliceList::getKind));

    private static <T extends HasMetadata> ResourceType<T> named(
            String api, String plural, String kind, Class<T> type) {
        return new ResourceType<>(api, plural, kind, type, null);
    }

    /** Returns the kind as it stands in a sentence. */
    String word() {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
