package dev.checklist.k8s;

import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks each workload of a list what one line would ask of it; without its pods. Where zero is allowed, what wants no pod
 * is passed over: it never helps to reach the least number.
 */
record EachWorkload<T extends HasMetadata>(WorkloadRule<T> rule, Rolling asked) implements AllProbe.Each<T> {
    @Override
    public ResourceType<T> type() {
        return rule.type();
    }

    @Override
    public String expected() {
        return asked.everywhere() ? "complete rollouts" : "every replica ready";
    }

    @Override
    public String state() {
        return asked.everywhere() ? "rolled out" : "ready";
    }

    @Override
    public Optional<Health> of(T workload, Instant now) throws Refusal {
        Health own = rule.of(rule.complete(workload), now);
        boolean isEmpty = own.isHealthy() && !rule.populated(workload, own).isHealthy();
        return isEmpty && asked.allowingZero() ? Optional.empty() : Optional.of(asked.of(rule, workload, own));
    }
}
