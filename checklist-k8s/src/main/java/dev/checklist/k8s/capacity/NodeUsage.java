package dev.checklist.k8s.capacity;

import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule for "the metrics API works": it serves at least one measurement of a node, and that is of now. */
public final class NodeUsage {
    private NodeUsage() {}

    /**
     * Judges what the metrics API says of the nodes. Right after a start it says nothing for about a minute.
     *
     * @param metrics the measurements of all nodes
     * @param now the time of the observation
     * @return the verdict; old measurements beside a fresh one are noted
     */
    public static Health of(Collection<NodeMetrics> metrics, Instant now) {
        List<String> old = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (NodeMetrics node : metrics) {
            String name = node.getMetadata().getName();
            Optional<String> fault = Freshness.fault(node.getTimestamp(), node.getWindow(), now)
                    .or(() -> Resources.in(node.getUsage()).isEmpty()
                            ? Optional.of("without cpu and memory")
                            : Optional.empty());
            fault.ifPresentOrElse(
                    what -> old.add("the measurement of node " + name + " is " + what), () -> fresh.add(name));
        }
        Map<String, String> fields = Map.of("nodes measured", fresh.size() + " of " + metrics.size());
        if (fresh.isEmpty()) {
            String reason = old.isEmpty() ? "no node is measured yet" : old.get(0);
            return new Health(State.PROGRESSING, reason, List.of(), fields);
        }
        return new Health(State.HEALTHY, fresh.size() + " nodes measured within three windows", old, fields);
    }
}
