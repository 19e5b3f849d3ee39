package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the pods of a workload that is not there yet: its own status may never say that they cannot start. */
final class DrillDown {

    private DrillDown() {}

    /** Turns progressing into failed by the first failed pod; otherwise names the first pod that is waited for. */
    static Health into(Health workload, Collection<Pod> pods, Instant now) {
        if (workload.state() != State.PROGRESSING) {
            return workload;
        }
        List<Seen> seen = pods.stream()
                .map(pod -> new Seen(pod, PodHealth.of(pod, now)))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        return seen.stream()
                .filter(pod -> pod.health.state() == State.FAILED)
                .findFirst()
                .map(pod -> pod.decide(State.FAILED, workload))
                .or(() -> seen.stream()
                        .filter(pod -> !pod.health.isHealthy())
                        .findFirst()
                        .map(pod -> pod.decide(State.PROGRESSING, workload)))
                .orElse(workload);
    }

    private record Seen(Pod pod, Health health) {

        String name() {
            return String.valueOf(Universal.metadata(pod).getName());
        }

        private String place() {
            return pod.getSpec() == null || pod.getSpec().getNodeName() == null
                    ? ""
                    : " on node " + pod.getSpec().getNodeName();
        }

        Health decide(State state, Health workload) {
            Map<String, String> fields = new LinkedHashMap<>(workload.fields());
            health.fields().forEach((path, value) -> fields.put("pods[" + name() + "]." + path, value));
            return new Health(
                    state,
                    workload.reason() + "; pod " + name() + place() + ": " + health.reason(),
                    workload.notes(),
                    fields);
        }
    }
}
