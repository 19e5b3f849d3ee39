package dev.checklist.k8s;

import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Is what a line asks of a workload beyond its health.
 *
 * @param everywhere whether every pod must be of the newest revision, whatever the update strategy
 * @param allowingZero whether it may want no pod
 * @param allowingPartition whether a partition may keep pods of the old revision
 */
record Rolling(boolean everywhere, boolean allowingZero, boolean allowingPartition) {
    static final Rolling READY = new Rolling(false, false, false);

    Rolling out() {
        return new Rolling(true, allowingZero, allowingPartition);
    }

    Rolling withZero() {
        return new Rolling(everywhere, true, allowingPartition);
    }

    Rolling withPartition() {
        return new Rolling(everywhere, allowingZero, true);
    }

    String expected() {
        return everywhere ? "a complete rollout" : "every replica ready";
    }

    /** Judges what its own status, or its pods, found healthy. */
    <T extends HasMetadata> Health of(WorkloadRule<T> rule, T workload, Health health) {
        Health rolled = everywhere ? rule.rolledOut(workload, health, allowingPartition) : health;
        return allowingZero ? rolled : rule.populated(workload, rolled);
    }
}
