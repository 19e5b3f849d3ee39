package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.TRUE;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rule for Nodes: Ready and under no pressure. A cordoned node is healthy with a note, and no capacity. */
public final class NodeHealth {

    private static final List<String> PRESSURES =
            List.of("MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable");

    private NodeHealth() {}

    /**
     * Judges the Node. Ready=Unknown means that its kubelet has been silent for 40 to 50 seconds, and fails.
     *
     * @param node the object as read
     * @param now the time of the observation
     * @return the verdict; unknown while no Ready condition is reported
     */
    public static Health of(Node node, Instant now) {
        Facts facts = new Facts();
        NodeStatus status = Objects.requireNonNullElseGet(node.getStatus(), NodeStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                null,
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        return Universal.terminating(facts, node, now)
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> byConditions(facts, node, conditions));
    }

    private static Health byConditions(Facts facts, Node node, Conditions conditions) {
        Optional<Condition> bad = conditions
                .denied("Ready")
                .or(() -> PRESSURES.stream()
                        .flatMap(type -> conditions.with(type, TRUE).stream())
                        .findFirst());
        if (bad.isPresent()) {
            return facts.failed(bad.get().quoted());
        }
        if (!conditions.holds("Ready")) {
            return facts.unknown("Ready is not reported");
        }
        if (node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
            facts.see("spec.unschedulable", true);
            facts.note("unschedulable: it takes no new pods");
        }
        return facts.healthy("Ready, under no pressure");
    }
}
