package dev.checklist.k8s;

import dev.checklist.k8s.health.AtLeastOne;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Rollout;
import dev.checklist.k8s.health.StatefulSetHealth;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges StatefulSets, whose status never says that one failed: their pods do. */
record StatefulSetRule() implements WorkloadRule<StatefulSet> {
    @Override
    public ResourceType<StatefulSet> type() {
        return ResourceType.STATEFUL_SET;
    }

    @Override
    public boolean hasSpec(StatefulSet statefulSet) {
        return statefulSet.getSpec() != null;
    }

    @Override
    public @Nullable PodTemplateSpec template(StatefulSet statefulSet) {
        return statefulSet.getSpec().getTemplate();
    }

    @Override
    public @Nullable Long observedGeneration(StatefulSet statefulSet) {
        return statefulSet.getStatus() == null ? null : statefulSet.getStatus().getObservedGeneration();
    }

    @Override
    public @Nullable Integer ready(StatefulSet statefulSet) {
        return statefulSet.getStatus() == null ? null : statefulSet.getStatus().getReadyReplicas();
    }

    @Override
    public String readyField() {
        return "status.readyReplicas";
    }

    @Override
    public Health of(StatefulSet statefulSet, Instant now) {
        return StatefulSetHealth.of(statefulSet, now);
    }

    @Override
    public Health of(StatefulSet statefulSet, List<Pod> pods, Instant now) {
        return StatefulSetHealth.of(statefulSet, pods, now);
    }

    @Override
    public Health rolledOut(StatefulSet statefulSet, Health health, boolean allowingPartition) {
        return Rollout.of(statefulSet, health, allowingPartition);
    }

    @Override
    public Health populated(StatefulSet statefulSet, Health health) {
        return AtLeastOne.replica(statefulSet.getSpec().getReplicas(), health);
    }
}
