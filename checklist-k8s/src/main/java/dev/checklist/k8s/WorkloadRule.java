package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Ownership;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows where one kind of workload says what every kind says, and which rule judges it. */
interface WorkloadRule<T extends HasMetadata> {
    ResourceType<T> type();

    boolean hasSpec(T workload);

    @Nullable
    PodTemplateSpec template(T workload);

    @Nullable
    Long observedGeneration(T workload);

    /** Returns how many pods are ready, and the field that says so. */
    @Nullable
    Integer ready(T workload);

    String readyField();

    /** Judges it by its own status. */
    Health of(T workload, Instant now);

    /** Judges it by its status and its pods. */
    Health of(T workload, List<Pod> pods, Instant now);

    /** Brakes a healthy verdict where not every pod is of the newest revision. */
    Health rolledOut(T workload, Health health, boolean allowingPartition);

    /** Brakes a healthy verdict where no pod is wanted. */
    Health populated(T workload, Health health);

    /** Names what its pods belong to. */
    default String owner() {
        return "it";
    }

    /** Reads its pods; of a Deployment those of its newest ReplicaSet. */
    default List<Pod> pods(Reader reader, T workload, String namespace) throws Exception {
        return Ownership.controlledBy(workload, reader.list(ResourceType.POD, namespace, ""));
    }

    /** Returns the rights to read it and its pods. */
    default Rights needs(Place place) {
        return Rights.get(type(), place).and(Rights.list(ResourceType.POD, place.namespace()));
    }

    /** Refuses what a real server never leaves out: without a generation nobody can tell a fresh status from a stale. */
    default T complete(T workload) throws Refusal {
        if (!hasSpec(workload) || workload.getMetadata().getGeneration() == null) {
            throw Refusal.error("expected the " + type().word() + " "
                    + workload.getMetadata().getName()
                    + " with a spec and a generation but found it without: is it the API server?");
        }
        return workload;
    }

    /** Refuses a status of an older generation: what it counts is not what was asked for. */
    default T current(T workload) throws Refusal {
        long generation = complete(workload).getMetadata().getGeneration();
        Long observed = observedGeneration(workload);
        if (observed == null || observed < generation) {
            throw new Refusal(Outcome.failed("expected a status of generation " + generation + " but found "
                    + (observed == null ? "none" : "one of generation " + observed)));
        }
        return workload;
    }
}
