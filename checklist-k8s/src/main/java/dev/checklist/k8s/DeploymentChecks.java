package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.k8s.health.DeploymentHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.NewestReplicaSet;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;

/** Has the checks of one Deployment. */
public final class DeploymentChecks {
    private final Place place;

    DeploymentChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when the newest revision is fully rolled out: observed, updated, available, and no old pod is left.
     *
     * <p>Fails when it is paused or scaled to zero. While it is on its way, the pods of the newest ReplicaSet are read
     * to tell "not yet" from "never".
     */
    public Check isRolledOut() {
        return place.check(ResourceType.DEPLOYMENT, "is rolled out", "is rolled out", new IsRolledOut(place));
    }

    /**
     * Passes when at least so many replicas are ready, by {@code status.readyReplicas} of the observed generation.
     *
     * @param least 1 or more
     */
    public Check hasReadyReplicas(int least) {
        if (least < 1) {
            throw new IllegalArgumentException("the least number of replicas is " + least + ": expected 1 or more");
        }
        return place.check(
                ResourceType.DEPLOYMENT,
                "has ready replicas",
                "has " + least + " ready replicas",
                new HasReadyReplicas(place, least));
    }

    /**
     * Passes when the template names this image and every pod of the newest ReplicaSet runs it.
     *
     * <p>With a digest ({@code name@sha256:…}) the digest that the node reports must be the same. A tag alone passes
     * with a warning, since a tag can be moved.
     *
     * @param image the reference as it stands in the manifest
     */
    public Check runsImage(String image) {
        if (image == null || image.isBlank() || !image.equals(image.strip())) {
            throw new IllegalArgumentException("the image is " + (image == null ? "null" : "\"" + image + "\"")
                    + ": expected a reference such as name:tag");
        }
        return place.check(ResourceType.DEPLOYMENT, "runs image", "runs " + image, new RunsImage(place, image));
    }

    record IsRolledOut(Place place) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            Reader reader = new Reader(place.server(), context);
            return reader.get(ResourceType.DEPLOYMENT, place.namespace(), place.name())
                    .judge(deployment -> judge(reader, context, deployment));
        }

        private Outcome judge(Reader reader, CheckContext context, Deployment deployment) throws Exception {
            Health health = DeploymentHealth.of(deployment, context.now());
            if (health.isHealthy()
                    && Integer.valueOf(0).equals(deployment.getSpec().getReplicas())) {
                return Outcome.failed("expected running replicas but it is scaled to zero (spec.replicas is 0)")
                        .conclusively();
            }
            if (health.state() != Health.State.PROGRESSING) {
                return Outcomes.of(health);
            }
            List<Pod> pods = newestPods(reader, place, deployment).orElse(List.of());
            return Outcomes.of(DeploymentHealth.of(deployment, pods, context.now()));
        }
    }

    record HasReadyReplicas(Place place, int least) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(place.server(), context)
                    .get(ResourceType.DEPLOYMENT, place.namespace(), place.name())
                    .judge(this::judge);
        }

        private Outcome judge(Deployment deployment) {
            Long generation = deployment.getMetadata().getGeneration();
            Long observed = deployment.getStatus() == null
                    ? null
                    : deployment.getStatus().getObservedGeneration();
            if (generation == null || observed == null || observed < generation) {
                return Outcome.failed("expected " + least + " ready replicas but the status is not of the present"
                        + " generation: observed " + observed + " of " + generation);
            }
            Integer ready = deployment.getStatus().getReadyReplicas();
            int found = ready == null ? 0 : ready;
            Outcome outcome = found >= least
                    ? Outcome.passed(found + " ready replicas, at least " + least + " expected")
                    : Outcome.failed("expected " + least + " ready replicas but found " + found);
            return outcome.with("status.readyReplicas", ready == null ? "absent" : ready);
        }
    }

    record RunsImage(Place place, String image) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            Reader reader = new Reader(place.server(), context);
            return reader.get(ResourceType.DEPLOYMENT, place.namespace(), place.name())
                    .judge(deployment -> newestPods(reader, place, deployment)
                            .judge(pods -> RunningImage.judge(image, deployment, pods)));
        }
    }

    /** Reads the pods of the newest ReplicaSet. */
    private static Reading<List<Pod>> newestPods(Reader reader, Place place, Deployment deployment) throws Exception {
        Reading<List<ReplicaSet>> sets = reader.list(ResourceType.REPLICA_SET, place.namespace(), "");
        if (sets.isRefused()) {
            return Reading.refused(sets.judge(unused -> Outcome.error("unused")));
        }
        Reading<List<Pod>> pods = reader.list(ResourceType.POD, place.namespace(), "");
        return pods.isRefused()
                ? pods
                : Reading.of(NewestReplicaSet.pods(deployment, sets.orElse(List.of()), pods.orElse(List.of())));
    }
}
