package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.DeploymentHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.NewestReplicaSet;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
        return place.check(ResourceType.DEPLOYMENT, "is rolled out", "is rolled out", new IsRolledOut(place))
                .onFailure(diagnosis());
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
                        new HasReadyReplicas(place, least))
                .onFailure(diagnosis());
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
        ImageReference wanted = ImageReference.of(image);
        return place.check(ResourceType.DEPLOYMENT, "runs image", "runs " + wanted, new RunsImage(place, wanted))
                .onFailure(diagnosis());
    }

    private WorkloadDiagnosis diagnosis() {
        return new WorkloadDiagnosis(new DeploymentPods(place));
    }

    /** Returns the checks of the logs of its newest pods, where a start or silence has to be stated. */
    public LogChecks logs() {
        return LogChecks.of(new DeploymentPods(place));
    }

    /** Does the same as {@link LogChecks#hasNoLogLine}, with lines since the creation of each pod. */
    public Check hasNoLogLine(String pattern) {
        return logs().hasNoLogLine(pattern);
    }

    /** Does the same as {@link LogChecks#hasLogLine}, with lines since the creation of each pod. */
    public Check hasLogLine(String pattern, AmongPods among) {
        return logs().hasLogLine(pattern, among);
    }

    record IsRolledOut(Place place) implements ObjectProbe {
        private static final String EXPECTED = "a complete rollout";

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Deployment deployment = read(reader, place);
            Health health = DeploymentHealth.of(deployment, reader.now());
            if (health.isHealthy() && Objects.equals(deployment.getSpec().getReplicas(), 0)) {
                return Outcome.failed("expected running replicas but it is scaled to zero (spec.replicas is 0)")
                        .conclusively();
            }
            if (health.state() != Health.State.PROGRESSING) {
                return Outcomes.of(EXPECTED, health);
            }
            try {
                List<Pod> pods = newestPods(reader, deployment, place);
                return Outcomes.of(EXPECTED, DeploymentHealth.of(deployment, pods, reader.now()));
            } catch (Refusal refusal) {
                return Outcomes.unexplained(EXPECTED, health, refusal);
            }
        }
    }

    record HasReadyReplicas(Place place, int least) implements ObjectProbe {
        @Override
        public Outcome judge(Reader reader) throws Exception {
            DeploymentStatus status = currentStatus(readLasting(reader, place));
            int found = Objects.requireNonNullElse(status.getReadyReplicas(), 0);
            Outcome outcome = found >= least
                    ? Outcome.passed(found + " ready replicas, at least " + least + " expected")
                    : Outcome.failed("expected " + least + " ready replicas but found " + found);
            return outcome.with(
                    "status.readyReplicas", Objects.requireNonNullElse((Object) status.getReadyReplicas(), "absent"));
        }
    }

    record RunsImage(Place place, ImageReference image) implements ObjectProbe {
        @Override
        public Outcome judge(Reader reader) throws Exception {
            Deployment deployment = readLasting(reader, place);
            RunningImage running = RunningImage.of(image, deployment);
            Optional<Outcome> other = running.otherTemplate();
            if (other.isPresent()) {
                return other.get();
            }
            DeploymentStatus status = currentStatus(deployment);
            return running.judge(newestPods(reader, deployment, place))
                    .with("status.observedGeneration", status.getObservedGeneration());
        }
    }

    private static Deployment read(Reader reader, Place place) throws Exception {
        return complete(reader.get(ResourceType.DEPLOYMENT, place));
    }

    static Deployment readLasting(Reader reader, Place place) throws Exception {
        return complete(reader.getLasting(ResourceType.DEPLOYMENT, place));
    }

    /** Refuses what a real server never leaves out: without a generation nobody can tell a fresh status from a stale. */
    private static Deployment complete(Deployment deployment) throws Refusal {
        if (deployment.getSpec() == null || deployment.getMetadata().getGeneration() == null) {
            throw Refusal.error(
                    "expected the deployment " + deployment.getMetadata().getName()
                            + " with a spec and a generation but found it without: is it the API server?");
        }
        return deployment;
    }

    /** Returns the status, unless it is of an older generation: what it counts is not what was asked for. */
    static DeploymentStatus currentStatus(Deployment deployment) throws Refusal {
        DeploymentStatus status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
        long generation = deployment.getMetadata().getGeneration();
        Long observed = status.getObservedGeneration();
        if (observed == null || observed < generation) {
            throw new Refusal(Outcome.failed("expected a status of generation " + generation + " but found "
                    + (observed == null ? "none" : "one of generation " + observed)));
        }
        return status;
    }

    static List<Pod> newestPods(Reader reader, Deployment deployment, Place place) throws Exception {
        List<ReplicaSet> sets = reader.list(ResourceType.REPLICA_SET, place.namespace(), "");
        List<Pod> pods = reader.list(ResourceType.POD, place.namespace(), "");
        return NewestReplicaSet.pods(deployment, sets, pods);
    }
}
