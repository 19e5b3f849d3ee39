package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.k8s.health.NewestReplicaSet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the pods of the newest ReplicaSet of a Deployment, by their owner references. */
record DeploymentPods(Place place) implements PodSource {
    private static final DeploymentRule RULE = new DeploymentRule();

    @Override
    public ApiServer server() {
        return place.server();
    }

    @Override
    public String namespace() {
        return place.namespace();
    }

    @Override
    public Check check(String predicate, String title, Probe probe) {
        return place.check(ResourceType.DEPLOYMENT, predicate, title, probe);
    }

    @Override
    public Rights needs() {
        return RULE.needs(place);
    }

    @Override
    public List<Pod> current(Reader reader) throws Exception {
        Deployment deployment = RULE.current(reader.getLasting(RULE.type(), place));
        Integer counted = deployment.getStatus().getReplicas();
        List<Pod> pods = RULE.pods(reader, deployment, namespace());
        int wanted = Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1);
        if (pods.isEmpty() || pods.size() < wanted) {
            throw new Refusal(Outcome.failed("expected " + Math.max(1, wanted) + " pods to look at but the newest "
                    + "ReplicaSet of " + place.name() + " has " + (pods.isEmpty() ? "none" : pods.size())
                    + " (status.replicas is " + (counted == null ? "absent" : counted) + ")"));
        }
        return pods;
    }

    @Override
    public Surroundings around(Reader reader) throws Exception {
        Deployment deployment = reader.get(ResourceType.DEPLOYMENT, place);
        List<HasMetadata> owners = new ArrayList<>(List.of(deployment));
        List<ReplicaSet> sets = reader.list(ResourceType.REPLICA_SET, namespace(), "");
        NewestReplicaSet.of(deployment, sets).ifPresent(owners::add);
        return new Surroundings(
                owners, NewestReplicaSet.pods(deployment, sets, reader.list(ResourceType.POD, namespace(), "")));
    }
}
