package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Resource;
import java.util.Map;

/** The fates of a pod, as a kubelet reports them. */
final class PodFaults {
    private static final String CONTAINER = "/status/containerStatuses/0";

    private PodFaults() {}

    static Resource crashLooping(Resource pod) {
        return unready(pod)
                .with(
                        CONTAINER + "/state",
                        waiting(
                                "CrashLoopBackOff",
                                "back-off 5m0s restarting failed container=ticketer pod=" + pod.text("/metadata/name")))
                .with(
                        CONTAINER + "/lastState",
                        Map.of(
                                "terminated",
                                Map.of(
                                        "exitCode", 1,
                                        "reason", "Error",
                                        "startedAt", "${now-3m}",
                                        "finishedAt", "${now-2m}")))
                .with(CONTAINER + "/restartCount", 7)
                .with(CONTAINER + "/started", false);
    }

    static Resource notPulled(Resource pod) {
        return unready(pod)
                .with("/status/phase", "Pending")
                .with(
                        CONTAINER + "/state",
                        waiting(
                                "ImagePullBackOff",
                                "Back-off pulling image \"" + pod.text("/spec/containers/0/image") + "\""))
                .with(CONTAINER + "/imageID", "")
                .with(CONTAINER + "/started", false)
                .without(CONTAINER + "/containerID");
    }

    static Resource unready(Resource pod) {
        String message = "containers with unready status: [ticketer]";
        return pod.withCondition("ContainersReady", "False", "ContainersNotReady", message)
                .withCondition("Ready", "False", "ContainersNotReady", message)
                .with(CONTAINER + "/ready", false);
    }

    private static Map<String, Object> waiting(String reason, String message) {
        return Map.of("waiting", Map.of("reason", reason, "message", message));
    }
}
