package dev.checklist.k8s.capacity;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up, pod by pod, what the pods of a cluster ask for, so that no pod need be kept. */
public final class ClusterLoad {
    private static final Set<String> TERMINAL = Set.of("Succeeded", "Failed");

    private final Map<String, Resources> byNode = new HashMap<>();
    private int pods;
    private int silent;
    private @Nullable Asked mostCpu;
    private @Nullable Asked mostMemory;
    private @Nullable String unreadable;

    /** One pod and what it asks for. */
    record Asked(String pod, Resources resources) {
        @Override
        public String toString() {
            return pod + " (" + resources + ")";
        }
    }

    /** Counts a pod, unless it has ended; one that is not bound to a node yet counts as well. */
    public void add(Pod pod) {
        if (pod.getStatus() != null
                && TERMINAL.contains(String.valueOf(pod.getStatus().getPhase()))) {
            return;
        }
        String name = pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
        Optional<Resources> request = PodRequest.of(pod);
        if (request.isEmpty()) {
            unreadable = unreadable == null ? name : unreadable;
            return;
        }
        pods++;
        Asked asked = new Asked(name, request.get());
        if (asked.resources.cpu().signum() == 0 && asked.resources.memory().signum() == 0) {
            silent++;
        }
        mostCpu = larger(mostCpu, asked, Comparator.comparing(Resources::cpu));
        mostMemory = larger(mostMemory, asked, Comparator.comparing(Resources::memory));
        String node = pod.getSpec() == null ? null : pod.getSpec().getNodeName();
        byNode.merge(Objects.requireNonNullElse(node, ""), asked.resources, Resources::plus);
    }

    private static Asked larger(@Nullable Asked old, Asked other, Comparator<Resources> order) {
        return old != null && order.compare(old.resources, other.resources) >= 0 ? old : other;
    }

    /** The pods that ask for the most of either; none where no pod is. */
    List<Asked> largest() {
        List<Asked> largest = new ArrayList<>();
        if (mostCpu != null) {
            largest.add(mostCpu);
        }
        if (mostMemory != null && !mostMemory.equals(mostCpu)) {
            largest.add(mostMemory);
        }
        return largest;
    }

    Resources on(String node) {
        return byNode.getOrDefault(node, Resources.NONE);
    }

    /** What is asked for by pods that are on none of these nodes, or not placed yet. */
    Resources notOn(Set<String> nodes) {
        return byNode.entrySet().stream()
                .filter(entry -> !nodes.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Resources.NONE, Resources::plus);
    }

    int pods() {
        return pods;
    }

    /** How many of them ask for nothing. */
    int silent() {
        return silent;
    }

    /** The first pod whose request could not be read. */
    Optional<String> unreadable() {
        return Optional.ofNullable(unreadable);
    }
}
