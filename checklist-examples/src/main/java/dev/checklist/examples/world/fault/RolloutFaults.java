package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What can be wrong with the rollout; deployment, replica sets, pods and endpoints always tell one story. */
final class RolloutFaults {
    private static final String DEPLOYMENT = "Deployment/ticketer/ticketer";
    private static final String NEW_SET = "ReplicaSet/ticketer/ticketer-6d4b9c7f58";
    private static final String OLD_SET = "ReplicaSet/ticketer/ticketer-59c8f7d6b4";
    private static final String SLICE = "EndpointSlice/ticketer/ticketer-x7k2p";
    private static final List<String> COUNTERS = List.of(
            "replicas",
            "fullyLabeledReplicas",
            "updatedReplicas",
            "readyReplicas",
            "availableReplicas",
            "unavailableReplicas");

    private RolloutFaults() {}

    static WorldState crashLoop(WorldState state) {
        WorldState broken = state.changingAll("Pod", PodFaults::crashLooping)
                .changing(NEW_SET, set -> counted(set, Map.of("replicas", 3, "fullyLabeledReplicas", 3)))
                .changing(
                        DEPLOYMENT,
                        deployment -> unavailable(counted(
                                deployment, Map.of("replicas", 3, "updatedReplicas", 3, "unavailableReplicas", 3))));
        return SiteFaults.withoutBackends(ClusterFaults.unreadyEndpoints(broken));
    }

    static WorldState oldPodsServe(WorldState state) {
        return halfWay(state, false, PodFaults::crashLooping);
    }

    static WorldState imageNotPulled(WorldState state) {
        return halfWay(state, false, PodFaults::notPulled);
    }

    static WorldState stuck(WorldState state) {
        return halfWay(state, false, PodFaults::unready)
                .changing(
                        DEPLOYMENT,
                        deployment -> deployment.withCondition(
                                "Progressing",
                                "False",
                                "ProgressDeadlineExceeded",
                                "ReplicaSet \"ticketer-6d4b9c7f58\" has timed out progressing."));
    }

    static WorldState noWayBack(WorldState state) {
        return state.removing(OLD_SET);
    }

    static WorldState paused(WorldState state) {
        return halfWay(state, true, UnaryOperator.identity())
                .changing(
                        DEPLOYMENT,
                        deployment -> counted(
                                        deployment,
                                        Map.of(
                                                "replicas",
                                                4,
                                                "updatedReplicas",
                                                1,
                                                "readyReplicas",
                                                4,
                                                "availableReplicas",
                                                4))
                                .with("/spec/paused", true)
                                .withCondition("Progressing", "Unknown", "DeploymentPaused", "Deployment is paused"))
                .changing(
                        NEW_SET,
                        set -> counted(
                                set,
                                Map.of(
                                        "replicas",
                                        1,
                                        "fullyLabeledReplicas",
                                        1,
                                        "readyReplicas",
                                        1,
                                        "availableReplicas",
                                        1)));
    }

    static WorldState wrongImage(WorldState state) {
        WorldState rolledOut = state.changingAll("Pod", OldRevision::image)
                .changing(NEW_SET, OldRevision::image)
                .changing(DEPLOYMENT, OldRevision::image);
        return SiteFaults.servingVersion(rolledOut, OldRevision.NEW_VERSION, OldRevision.VERSION);
    }

    static WorldState staleGeneration(WorldState state) {
        return state.changing(DEPLOYMENT, deployment -> deployment.with("/metadata/generation", 5));
    }

    static WorldState scaledToZero(WorldState state) {
        WorldState broken = state.removingAll("Pod")
                .changing(
                        DEPLOYMENT, deployment -> counted(deployment, Map.of()).with("/spec/replicas", 0))
                .changing(NEW_SET, set -> counted(set, Map.of("replicas", 0)).with("/spec/replicas", 0));
        return SiteFaults.withoutBackends(ClusterFaults.autoscalerDisabled(ClusterFaults.withoutEndpoints(broken)));
    }

    static WorldState scaledToTwo(WorldState state) {
        Map<String, Integer> two =
                Map.of("replicas", 2, "updatedReplicas", 2, "readyReplicas", 2, "availableReplicas", 2);
        return state.removing("Pod/ticketer/ticketer-6d4b9c7f58-zr4mt")
                .changing(DEPLOYMENT, deployment -> counted(deployment, two).with("/spec/replicas", 2))
                .changing(
                        NEW_SET,
                        set -> counted(
                                        set,
                                        Map.of(
                                                "replicas", 2,
                                                "fullyLabeledReplicas", 2,
                                                "readyReplicas", 2,
                                                "availableReplicas", 2))
                                .with("/spec/replicas", 2))
                .changing(SLICE, slice -> slice.without("/endpoints/2"));
    }

    /** One new pod, as the caller has it, beside three ready pods of the old revision. */
    private static WorldState halfWay(WorldState state, boolean ready, UnaryOperator<Resource> fate) {
        Resource newPod = fate.apply(state.resource("Pod/ticketer/ticketer-6d4b9c7f58-2xk8p")
                .with("/metadata/name", "ticketer-6d4b9c7f58-9wl5d")
                .with("/metadata/uid", "d4f3b805-4444-4f8b-8e9c-6a5b4c3d2c16")
                .with("/status/podIP", "10.1.0.24")
                .with("/status/podIPs/0/ip", "10.1.0.24"));
        WorldState broken = state.changingAll("Pod", OldRevision::of)
                .changing(SLICE, slice -> OldRevision.of(slice).with("/endpoints/3", endpoint(newPod, ready)))
                .adding(newPod)
                .changing(
                        OLD_SET,
                        set -> counted(
                                        set,
                                        Map.of(
                                                "replicas", 3,
                                                "fullyLabeledReplicas", 3,
                                                "readyReplicas", 3,
                                                "availableReplicas", 3))
                                .with("/spec/replicas", 3))
                .changing(
                        NEW_SET,
                        set -> counted(set, Map.of("replicas", 1, "fullyLabeledReplicas", 1))
                                .with("/spec/replicas", 1))
                .changing(
                        DEPLOYMENT,
                        deployment -> counted(
                                        deployment,
                                        Map.of(
                                                "replicas", 4,
                                                "updatedReplicas", 1,
                                                "readyReplicas", 3,
                                                "availableReplicas", 3,
                                                "unavailableReplicas", 1))
                                .withCondition(
                                        "Progressing",
                                        "True",
                                        "ReplicaSetUpdated",
                                        "ReplicaSet \"ticketer-6d4b9c7f58\" is progressing."));
        return SiteFaults.servingVersion(broken, OldRevision.NEW_VERSION, OldRevision.VERSION);
    }

    private static Map<String, Object> endpoint(Resource pod, boolean ready) {
        return Map.of(
                "addresses", List.of(pod.text("/status/podIP")),
                "conditions", Map.of("ready", ready, "serving", ready, "terminating", false),
                "targetRef",
                        Map.of(
                                "kind", "Pod",
                                "namespace", pod.namespace(),
                                "name", pod.text("/metadata/name"),
                                "uid", pod.text("/metadata/uid")),
                "nodeName", pod.text("/spec/nodeName"));
    }

    private static Resource unavailable(Resource deployment) {
        return deployment
                .withCondition(
                        "Available",
                        "False",
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.")
                .withCondition(
                        "Progressing",
                        "True",
                        "ReplicaSetUpdated",
                        "ReplicaSet \"ticketer-6d4b9c7f58\" is progressing.");
    }

    /** Sets the counters of a status; one that is not named is absent, as zero is in the server's JSON. */
    private static Resource counted(Resource owner, Map<String, Integer> counters) {
        Resource changed = owner;
        for (String counter : COUNTERS) {
            if (changed.has("/status/" + counter)) {
                changed = changed.without("/status/" + counter);
            }
        }
        for (var counter : counters.entrySet()) {
            changed = changed.with("/status/" + counter.getKey(), counter.getValue());
        }
        return changed;
    }
}
