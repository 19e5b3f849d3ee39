package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.pod.Restarts;
import io.fabric8.kubernetes.api.model.apps.Deployment;

/** Counts the restarts of the pods of a Deployment's newest ReplicaSet. */
record RestartsBelow(Place place, int limit) implements ObjectProbe {
    static int limit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "the number of restarts is " + limit + ": expected 1 or more, since none is below " + limit);
        }
        return limit;
    }

    @Override
    public Rights needs() {
        return new DeploymentRule().needs(place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        DeploymentRule rule = new DeploymentRule();
        Deployment deployment = rule.current(reader.getLasting(rule.type(), place));
        return Restarts.of(rule.pods(reader, deployment, place.namespace()), limit);
    }
}
