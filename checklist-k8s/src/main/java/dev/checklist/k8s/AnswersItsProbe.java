package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.pod.AnsweredProbe;
import io.fabric8.kubernetes.api.model.apps.Deployment;

/** Asks whether the kubelet's own GET of a path is answered by every pod of the newest ReplicaSet. */
record AnswersItsProbe(Place place, String path) implements ObjectProbe {
    @Override
    public Rights needs() {
        return new DeploymentRule().needs(place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        DeploymentRule rule = new DeploymentRule();
        Deployment deployment = rule.current(reader.getLasting(rule.type(), place));
        return AnsweredProbe.of(rule.template(deployment), rule.pods(reader, deployment, place.namespace()), path);
    }
}
