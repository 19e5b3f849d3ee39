package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rule for Namespaces: active. One whose deletion is stuck is failed, often for a finalizer or dead APIService. */
public final class NamespaceHealth {

    // In the order of what they tell: a finalizer is named before the content that it keeps.
    private static final List<String> STUCK = List.of(
            "NamespaceDeletionDiscoveryFailure",
            "NamespaceDeletionGroupVersionParsingFailure",
            "NamespaceDeletionContentFailure",
            "NamespaceFinalizersRemaining",
            "NamespaceContentRemaining");

    private NamespaceHealth() {}

    /**
     * Judges the Namespace.
     *
     * @param namespace the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Namespace namespace, Instant now) {
        Facts facts = new Facts();
        NamespaceStatus status = Objects.requireNonNullElseGet(namespace.getStatus(), NamespaceStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                null,
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        Optional<Condition> stuck =
                STUCK.stream().flatMap(type -> conditions.ifTrue(type).stream()).findFirst();
        // Asked before the deletion itself: every stuck namespace is a terminating one.
        if (stuck.isPresent()) {
            return facts.failed("its deletion is stuck: " + stuck.get().quoted());
        }
        return Universal.terminating(facts, namespace, now)
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> byPhase(facts, facts.text("status.phase", status.getPhase())));
    }

    private static Health byPhase(Facts facts, String phase) {
        return switch (phase) {
            case "Active" -> facts.healthy("Active");
            case "Terminating" -> facts.progressing("terminating");
            case "" -> facts.unknown("no phase");
            default -> facts.unknown("phase " + phase + " is not one that this rule knows");
        };
    }
}
