package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Health.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The brake for lines that want something to run: a workload that wants no pod is healthy, and runs nothing. */
public final class AtLeastOne {

    private AtLeastOne() {}

    /**
     * Fails what is scaled to zero.
     *
     * @param replicas {@code spec.replicas}; absent means 1
     * @param health the verdict on the object
     * @return failed if it is healthy with no replica, else the verdict
     */
    public static Health replica(@Nullable Integer replicas, Health health) {
        return Objects.equals(replicas, 0)
                ? braked(health, State.FAILED, "it is scaled to zero (spec.replicas is 0)")
                : health;
    }

    /**
     * Fails a DaemonSet that matches no node; one may still join.
     *
     * @param nodes {@code status.desiredNumberScheduled}
     * @param health the verdict on the object
     * @return progressing if it is healthy with no node, else the verdict
     */
    public static Health node(@Nullable Integer nodes, Health health) {
        return nodes == null || nodes == 0
                ? braked(health, State.PROGRESSING, "it matches no node (status.desiredNumberScheduled is 0)")
                : health;
    }

    private static Health braked(Health health, State state, String reason) {
        return health.isHealthy() ? new Health(state, reason, health.notes(), health.fields()) : health;
    }
}
