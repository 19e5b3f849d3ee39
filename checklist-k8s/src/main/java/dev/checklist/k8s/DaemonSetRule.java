package dev.checklist.k8s;

import dev.checklist.k8s.health.AtLeastOne;
import dev.checklist.k8s.health.DaemonSetHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Rollout;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges DaemonSets. */
record DaemonSetRule() implements WorkloadRule<DaemonSet> {
    @Override
    public ResourceType<DaemonSet> type() {
        return ResourceType.DAEMON_SET;
    }

    @Override
    public boolean hasSpec(DaemonSet daemonSet) {
        return daemonSet.getSpec() != null;
    }

    @Override
    public @Nullable PodTemplateSpec template(DaemonSet daemonSet) {
        return daemonSet.getSpec().getTemplate();
    }

    @Override
    public @Nullable Long observedGeneration(DaemonSet daemonSet) {
        return daemonSet.getStatus() == null ? null : daemonSet.getStatus().getObservedGeneration();
    }

    @Override
    public @Nullable Integer ready(DaemonSet daemonSet) {
        return daemonSet.getStatus() == null ? null : daemonSet.getStatus().getNumberReady();
    }

    @Override
    public String readyField() {
        return "status.numberReady";
    }

    @Override
    public Health of(DaemonSet daemonSet, Instant now) {
        return DaemonSetHealth.of(daemonSet, now);
    }

    @Override
    public Health of(DaemonSet daemonSet, List<Pod> pods, Instant now) {
        return DaemonSetHealth.of(daemonSet, pods, now);
    }

    @Override
    public Health rolledOut(DaemonSet daemonSet, Health health, boolean allowingPartition) {
        return Rollout.of(daemonSet, health);
    }

    @Override
    public Health populated(DaemonSet daemonSet, Health health) {
        return AtLeastOne.node(
                daemonSet.getStatus() == null ? null : daemonSet.getStatus().getDesiredNumberScheduled(), health);
    }
}
