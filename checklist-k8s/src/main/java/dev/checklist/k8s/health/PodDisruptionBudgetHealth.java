package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The rule for PodDisruptionBudgets: the controller counts for them. To allow no disruption now is legitimate. */
public final class PodDisruptionBudgetHealth {

    private PodDisruptionBudgetHealth() {}

    /**
     * Judges the PodDisruptionBudget.
     *
     * @param budget the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(PodDisruptionBudget budget, Instant now) {
        Facts facts = new Facts();
        PodDisruptionBudgetStatus status =
                Objects.requireNonNullElseGet(budget.getStatus(), PodDisruptionBudgetStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(budget).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage())
                        .observed(c.getObservedGeneration()));
        return Universal.terminating(facts, budget, now)
                .or(() -> Universal.staleOrUnseen(facts, budget, status.getObservedGeneration()))
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> counts(facts, status, conditions));
    }

    private static Health counts(Facts facts, PodDisruptionBudgetStatus status, Conditions conditions) {
        if (status.getObservedGeneration() == null) {
            return facts.progressing("the controller has not observed it yet");
        }
        Optional<Condition> failed = conditions.withReason("DisruptionAllowed", "SyncFailed");
        if (failed.isPresent()) {
            return facts.failed(failed.get().quoted());
        }
        int allowed = facts.counter("status.disruptionsAllowed", status.getDisruptionsAllowed());
        if (conditions.withReason("DisruptionAllowed", "InsufficientPods").isPresent()) {
            facts.note("no disruption allowed: " + status.getCurrentHealthy() + " healthy, "
                    + status.getDesiredHealthy() + " needed");
        }
        if (Objects.equals(status.getExpectedPods(), 0)) {
            facts.note("matches no pod");
        }
        return facts.healthy("observed, " + allowed + " disruptions allowed");
    }
}
