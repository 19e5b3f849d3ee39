package dev.checklist.k8s.capacity;

import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Health.State;
import dev.checklist.k8s.health.NodeHealth;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Taint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rule for "sufficient resources": what the nodes that take new pods can allocate, less what the pods ask for, is
 * enough, and the largest pod fits on one node. What pods use at the moment is not what is set aside for them.
 */
public final class FreeResources {
    private static final Set<String> REPELLING = Set.of("NoSchedule", "NoExecute");

    private final Map<String, Resources> free = new TreeMap<>();
    private final Set<String> elsewhere = new TreeSet<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final ClusterLoad load;

    private FreeResources(ClusterLoad load) {
        this.load = load;
    }

    /**
     * Judges whether so much is free. A node counts when it is Ready, under no pressure, schedulable, and without a
     * taint NoSchedule or NoExecute. Pods on a node that does not count have to move, unless only a taint keeps it out.
     *
     * @param nodes all nodes of the cluster
     * @param load all its pods that have not ended
     * @param need what has to be free in total
     * @param largestPod what has to be free on one node; by default what the largest of the present pods asks for
     * @param now the time of the observation
     * @return the verdict; too little is progressing, since pods end and nodes join
     */
    public static Health of(
            Collection<Node> nodes, ClusterLoad load, Resources need, Optional<Resources> largestPod, Instant now) {
        return new FreeResources(load).judge(nodes, need, largestPod, now);
    }

    private Health judge(Collection<Node> nodes, Resources need, Optional<Resources> largestPod, Instant now) {
        if (load.unreadable().isPresent()) {
            return verdict(
                    State.UNKNOWN,
                    "the requests of the pod " + load.unreadable().get() + " cannot be read");
        }
        Resources allocatable = Resources.NONE;
        for (Node node : nodes) {
            if (!counts(node, now)) {
                continue;
            }
            String name = node.getMetadata().getName();
            Optional<Resources> own = Resources.in(
                    node.getStatus() == null ? null : node.getStatus().getAllocatable());
            if (own.isEmpty()) {
                return verdict(State.UNKNOWN, "the node " + name + " does not say what can be allocated");
            }
            allocatable = allocatable.plus(own.get());
            free.put(name, own.get().minus(load.on(name)));
        }
        fields.put("nodes that take new pods", free.size() + " of " + nodes.size());
        fields.put("allocatable", allocatable.toString());
        fields.put("pods", String.valueOf(load.pods()));
        if (load.silent() > 0) {
            notes.add(load.silent() + " of " + load.pods() + " pods request nothing: what they use is not counted");
        }
        return free.isEmpty()
                ? verdict(State.PROGRESSING, "none of " + nodes.size() + " nodes takes new pods")
                : total(need, largestPod);
    }

    private boolean counts(Node node, Instant now) {
        boolean isReady = NodeHealth.of(node, now).isHealthy();
        boolean isSchedulable =
                node.getSpec() == null || !Boolean.TRUE.equals(node.getSpec().getUnschedulable());
        boolean repels = node.getSpec() != null
                && node.getSpec().getTaints() != null
                && node.getSpec().getTaints().stream().map(Taint::getEffect).anyMatch(REPELLING::contains);
        if (isReady && isSchedulable && repels) {
            elsewhere.add(node.getMetadata().getName()); // its pods stay where they are
        }
        return isReady && isSchedulable && !repels;
    }

    private Health total(Resources need, Optional<Resources> largestPod) {
        elsewhere.addAll(free.keySet());
        Resources sum = free.values().stream().reduce(Resources.NONE, Resources::plus);
        Resources rest = sum.minus(load.notOn(elsewhere));
        fields.put("free", rest.toString());
        String found = rest + " free, at least " + need + " expected";
        return rest.covers(need) ? onOneNode(found, largestPod) : verdict(State.PROGRESSING, found);
    }

    private Health onOneNode(String found, Optional<Resources> largestPod) {
        fields.put(
                "free by node",
                free.entrySet().stream()
                        .map(node -> node.getKey() + ": " + node.getValue())
                        .limit(20)
                        .collect(Collectors.joining("; ")));
        List<ClusterLoad.Asked> largest = largestPod
                .map(pod -> List.of(new ClusterLoad.Asked("of the release", pod)))
                .orElseGet(load::largest);
        for (ClusterLoad.Asked pod : largest) {
            fields.put("largest pod", pod.toString());
            if (free.values().stream().noneMatch(node -> node.covers(pod.resources()))) {
                return verdict(State.PROGRESSING, found + ", but no single node has room for the largest pod " + pod);
            }
        }
        return verdict(State.HEALTHY, found);
    }

    private Health verdict(State state, String reason) {
        return new Health(state, reason, notes, fields);
    }
}
