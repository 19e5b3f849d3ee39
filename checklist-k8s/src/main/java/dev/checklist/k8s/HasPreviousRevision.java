package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.PreviousReplicaSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks for the ReplicaSet that an undo would bring back; the evidence has its images, one field a container. */
record HasPreviousRevision(Place place) implements ObjectProbe {
    private static final String EXPECTED = "expected an earlier revision with other images but ";

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.DEPLOYMENT, place).and(Rights.list(ResourceType.REPLICA_SET, place.namespace()));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        DeploymentRule rule = new DeploymentRule();
        Deployment deployment = rule.current(reader.getLasting(rule.type(), place));
        Integer limit = deployment.getSpec().getRevisionHistoryLimit();
        if (Objects.equals(limit, 0)) {
            return Outcome.failed(EXPECTED + "none is kept (spec.revisionHistoryLimit is 0)")
                    .conclusively();
        }
        Optional<ReplicaSet> previous = PreviousImages.revision(reader, deployment, place);
        if (previous.isEmpty()) {
            return Outcome.failed(EXPECTED + "found no ReplicaSet of one (spec.revisionHistoryLimit is "
                    + Objects.requireNonNullElse((Object) limit, "absent, so 10") + ")");
        }
        List<String> images = PreviousReplicaSet.images(previous.get());
        long revision = PreviousReplicaSet.number(previous.get());
        Outcome outcome = Outcome.passed("revision " + revision + " with " + String.join(", ", images))
                .with("revision", revision);
        for (String image : images) {
            int end = image.indexOf('=');
            outcome = outcome.with("image of " + image.substring(0, end), image.substring(end + 1));
        }
        return outcome;
    }
}
