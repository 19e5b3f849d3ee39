package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.APIServiceStatus;
import java.time.Instant;
import java.util.Objects;

/** The rule for APIServices: available. One that is not may come back, so it never fails by itself. */
public final class APIServiceHealth {

    private APIServiceHealth() {}

    /**
     * Judges the APIService.
     *
     * @param service the object as read
     * @param now the time of the observation
     * @return the verdict, with the controller's reason while it is not available
     */
    public static Health of(APIService service, Instant now) {
        Facts facts = new Facts();
        APIServiceStatus status = Objects.requireNonNullElseGet(service.getStatus(), APIServiceStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                null,
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
        return Universal.terminating(facts, service, now)
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> conditions.holds("Available")
                        ? facts.healthy("Available")
                        : facts.progressing(conditions
                                .denied("Available")
                                .map(Condition::quoted)
                                .orElse("Available is not reported yet")));
    }
}
