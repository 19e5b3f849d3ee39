package dev.checklist.k8s;

import dev.checklist.k8s.health.AtLeastOne;
import dev.checklist.k8s.health.DeploymentHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.NewestReplicaSet;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges Deployments; what is healthy is rolled out. */
record DeploymentRule() implements WorkloadRule<Deployment> {
    @Override
    public ResourceType<Deployment> type() {
        return ResourceType.DEPLOYMENT;
    }

    @Override
    public boolean hasSpec(Deployment deployment) {
        return deployment.getSpec() != null;
    }

    @Override
    public @Nullable PodTemplateSpec template(Deployment deployment) {
        return deployment.getSpec().getTemplate();
    }

    @Override
    public @Nullable Long observedGeneration(Deployment deployment) {
        return deployment.getStatus() == null ? null : deployment.getStatus().getObservedGeneration();
    }

    @Override
    public @Nullable Integer ready(Deployment deployment) {
        return deployment.getStatus() == null ? null : deployment.getStatus().getReadyReplicas();
    }

    @Override
    public String readyField() {
        return "status.readyReplicas";
    }

    @Override
    public Health of(Deployment deployment, Instant now) {
        return DeploymentHealth.of(deployment, now);
    }

    @Override
    public Health of(Deployment deployment, List<Pod> pods, Instant now) {
        return DeploymentHealth.of(deployment, pods, now);
    }

    @Override
    public Health rolledOut(Deployment deployment, Health health, boolean allowingPartition) {
        return health;
    }

    @Override
    public Health populated(Deployment deployment, Health health) {
        return AtLeastOne.replica(deployment.getSpec().getReplicas(), health);
    }

    @Override
    public String owner() {
        return "the newest ReplicaSet";
    }

    @Override
    public Rights needs(Place place) {
        return WorkloadRule.super.needs(place).and(Rights.list(ResourceType.REPLICA_SET, place.namespace()));
    }

    @Override
    public List<Pod> pods(Reader reader, Deployment deployment, String namespace) throws Exception {
        List<ReplicaSet> sets = reader.list(ResourceType.REPLICA_SET, namespace, "");
        List<Pod> pods = reader.list(ResourceType.POD, namespace, "");
        return NewestReplicaSet.pods(deployment, sets, pods);
    }
}
