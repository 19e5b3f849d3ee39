package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;
import java.util.Map;

/** What can be wrong with the objects around the workload. */
final class ClusterFaults {
    private static final String NAMESPACE = "Namespace//ticketer";
    private static final String SECRET = "Secret/ticketer/ticketer-secret";
    private static final String DATABASE_URL = "/stringData/DATABASE_URL";
    private static final String SLICE = "EndpointSlice/ticketer/ticketer-x7k2p";
    private static final String AUTOSCALER = "HorizontalPodAutoscaler/ticketer/ticketer";

    private ClusterFaults() {}

    static WorldState namespaceTerminating(WorldState state) {
        return state.changing(
                NAMESPACE,
                namespace -> namespace
                        .with("/metadata/deletionTimestamp", "${now-20m}")
                        .with("/status/phase", "Terminating")
                        .with(
                                "/status/conditions",
                                List.of(
                                        condition(
                                                "NamespaceDeletionContentFailure",
                                                "False",
                                                "ContentDeleted",
                                                "All content successfully deleted, may be waiting on finalization"),
                                        condition(
                                                "NamespaceContentRemaining",
                                                "True",
                                                "SomeResourcesRemain",
                                                "Some resources are remaining: configmaps. has 1 resource instances"),
                                        condition(
                                                "NamespaceFinalizersRemaining",
                                                "True",
                                                "SomeFinalizersRemain",
                                                "Some content in the namespace has finalizers remaining:"
                                                        + " example.com/keep in 1 resource instances"))));
    }

    static WorldState wrongNamespace(WorldState state) {
        Resource staging = state.resource(NAMESPACE)
                .mapText(text -> text.equals("ticketer") ? "ticketer-staging" : text)
                .with("/metadata/uid", "3e2f9e3d-a1d5-4b4f-8b67-c7a2e1b8d402");
        return state.withResources(state.resources().stream()
                        .map(resource -> resource.namespace().equals("ticketer")
                                ? resource.with("/metadata/namespace", "ticketer-staging")
                                : resource)
                        .toList())
                .adding(staging);
    }

    static WorldState configMapMissing(WorldState state) {
        return state.removing("ConfigMap/ticketer/ticketer-config");
    }

    static WorldState secretKeyMissing(WorldState state) {
        return state.changing(SECRET, secret -> secret.without(DATABASE_URL));
    }

    static WorldState secretKeyEmpty(WorldState state) {
        return state.changing(SECRET, secret -> secret.with(DATABASE_URL, "\n"));
    }

    static WorldState noEndpoints(WorldState state) {
        return SiteFaults.withoutBackends(withoutEndpoints(state)
                .changing("Service/ticketer/ticketer", service -> service.with("/spec/selector/app", "ticketer-web")));
    }

    static WorldState ingressWithoutAddress(WorldState state) {
        return state.changing("Ingress/ticketer/ticketer", ingress -> ingress.with("/status/loadBalancer", Map.of()));
    }

    static WorldState autoscalerInactive(WorldState state) {
        return state.changing(
                AUTOSCALER,
                autoscaler -> autoscaler
                        .without("/status/currentMetrics")
                        .withCondition(
                                "ScalingActive",
                                "False",
                                "FailedGetResourceMetric",
                                "the HPA was unable to compute the replica count: failed to get cpu utilization:"
                                        + " unable to get metrics for resource cpu: no metrics returned from resource metrics API"));
    }

    /** An autoscaler whose target stands at zero leaves it alone. */
    static WorldState autoscalerDisabled(WorldState state) {
        return state.changing(
                AUTOSCALER,
                autoscaler -> autoscaler
                        .without("/status/currentMetrics")
                        .with("/status/currentReplicas", 0)
                        .with("/status/desiredReplicas", 0)
                        .withCondition(
                                "ScalingActive",
                                "False",
                                "ScalingDisabled",
                                "scaling is disabled since the replica count of the target is zero"));
    }

    static WorldState withoutEndpoints(WorldState state) {
        return state.changing(SLICE, slice -> slice.with("/endpoints", null).with("/ports", null));
    }

    static WorldState unreadyEndpoints(WorldState state) {
        return state.changing(SLICE, slice -> {
            Resource changed = slice;
            for (int i = 0; slice.has("/endpoints/" + i); i++) {
                changed = changed.with(
                        "/endpoints/" + i + "/conditions",
                        Map.of("ready", false, "serving", false, "terminating", false));
            }
            return changed;
        });
    }

    private static Map<String, String> condition(String type, String status, String reason, String message) {
        return Map.of(
                "type", type,
                "status", status,
                "reason", reason,
                "message", message,
                "lastTransitionTime", "${now-19m}");
    }
}
