package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.PodDisruptionBudgetHealth;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** Has the checks of one PodDisruptionBudget. */
public final class PodDisruptionBudgetChecks {
    private final Place place;

    PodDisruptionBudgetChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when the controller counts for the budget ({@code status.observedGeneration}) and finds at least one pod
     * that it protects ({@code status.expectedPods}). That it allows no disruption at the moment is a warning.
     */
    public Check coversPods() {
        return place.check(ResourceType.POD_DISRUPTION_BUDGET, "covers pods", "covers pods", new CoversPods(place));
    }

    record CoversPods(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.POD_DISRUPTION_BUDGET, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            PodDisruptionBudget budget = reader.get(ResourceType.POD_DISRUPTION_BUDGET, place);
            Health health = PodDisruptionBudgetHealth.of(budget, reader.now());
            Integer pods =
                    budget.getStatus() == null ? null : budget.getStatus().getExpectedPods();
            return health.isHealthy() && (pods == null || pods < 1)
                    ? Outcome.failed("expected a budget that covers pods but its selector matches none")
                            .with("status.expectedPods", pods == null ? "absent" : pods)
                    : Outcomes.of("a budget that covers pods", health)
                            .with("status.expectedPods", pods == null ? "absent" : pods);
        }
    }
}
