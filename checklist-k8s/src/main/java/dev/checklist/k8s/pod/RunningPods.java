package dev.checklist.k8s.pod;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The pods that have not ended, and the words for those that a rule does not like. */
final class RunningPods {
    static final String NONE = "found no running pod: is it the right namespace and selector?";

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
    private static final int SHOWN = 10;

    private RunningPods() {}

    static List<Pod> of(Collection<Pod> pods) {
        return pods.stream()
                .filter(pod -> pod.getStatus() == null
                        || !ENDED.contains(String.valueOf(pod.getStatus().getPhase())))
                .toList();
    }

    static String name(Pod pod) {
        return pod.getMetadata() == null
                ? "?"
                : String.valueOf(pod.getMetadata().getName());
    }

    static String listed(List<String> found) {
        String shown = String.join(", ", found.subList(0, Math.min(SHOWN, found.size())));
        return found.size() <= SHOWN ? shown : shown + " and " + (found.size() - SHOWN) + " more";
    }
}
