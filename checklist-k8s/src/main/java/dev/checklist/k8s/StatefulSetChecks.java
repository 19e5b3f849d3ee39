package dev.checklist.k8s;

import dev.checklist.Check;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;

/** Has the checks of one StatefulSet. */
public final class StatefulSetChecks {
    private static final WorkloadRule<StatefulSet> RULE = new StatefulSetRule();

    private final Place place;
    private final Rolling asked;

    StatefulSetChecks(Place place) {
        this(place, Rolling.READY);
    }

    private StatefulSetChecks(Place place, Rolling asked) {
        this.place = place;
        this.asked = asked;
    }

    /** Lets {@link #isReady} and {@link #isRolledOut} pass on {@code spec.replicas: 0}; by default that fails. */
    public StatefulSetChecks allowingZero() {
        return new StatefulSetChecks(place, asked.withZero());
    }

    /** Lets {@link #isRolledOut} pass while {@code rollingUpdate.partition} keeps replicas of the old revision. */
    public StatefulSetChecks allowingPartition() {
        return new StatefulSetChecks(place, asked.withPartition());
    }

    /**
     * Passes when every replica is ready and, unless the strategy is OnDelete or there is a partition, of the newest
     * revision. While it is on its way, its pods are read: a StatefulSet never reports that one of them failed.
     */
    public Check isReady() {
        return place.check(RULE.type(), "is ready", "is ready", new WorkloadProbe<>(place, RULE, asked));
    }

    /**
     * Passes when every replica is ready and of the newest revision, whatever the update strategy, by {@code
     * status.updatedReplicas}. A partition fails unless {@link #allowingPartition} is said.
     */
    public Check isRolledOut() {
        return place.check(
                RULE.type(), "is rolled out", "is rolled out", new WorkloadProbe<>(place, RULE, asked.out()));
    }

    /**
     * Passes when at least so many replicas are ready, by {@code status.readyReplicas} of the observed generation.
     *
     * @param least 1 or more
     */
    public Check hasReadyReplicas(int least) {
        HasReady<StatefulSet> probe = new HasReady<>(place, RULE, "replicas", HasReady.atLeast("replicas", least));
        return place.check(RULE.type(), "has ready replicas", "has " + least + " ready replicas", probe);
    }

    /**
     * Passes when the template names this image and every pod of the set runs it, as {@link
     * DeploymentChecks#runsImage(String)} does.
     *
     * @param image the reference as it stands in the manifest
     */
    public Check runsImage(String image) {
        ImageReference wanted = ImageReference.of(image);
        return place.check(
                RULE.type(), "runs image", "runs " + wanted, new RunsImage<>(place, RULE, wanted, Digests.NONE));
    }
}
