package dev.checklist.k8s;

import dev.checklist.Check;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;

/** Has the checks of one DaemonSet. */
public final class DaemonSetChecks {
    private static final WorkloadRule<DaemonSet> RULE = new DaemonSetRule();

    private final Place place;
    private final Rolling asked;

    DaemonSetChecks(Place place) {
        this(place, Rolling.READY);
    }

    private DaemonSetChecks(Place place, Rolling asked) {
        this.place = place;
        this.asked = asked;
    }

    /** Lets {@link #isReady} and {@link #isRolledOut} pass where it matches no node; by default that fails. */
    public DaemonSetChecks allowingZero() {
        return new DaemonSetChecks(place, asked.withZero());
    }

    /**
     * Passes when every node that should have one has an available pod and, unless the strategy is OnDelete, of the
     * newest revision. While it is on its way, its pods are read, and the node is named that waits for one.
     */
    public Check isReady() {
        return place.check(RULE.type(), "is ready", "is ready", new WorkloadProbe<>(place, RULE, asked));
    }

    /**
     * Passes when every node that should have one has an available pod of the newest revision, whatever the update
     * strategy, by {@code status.updatedNumberScheduled}.
     */
    public Check isRolledOut() {
        return place.check(
                RULE.type(), "is rolled out", "is rolled out", new WorkloadProbe<>(place, RULE, asked.out()));
    }

    /**
     * Passes when at least so many pods, one a node, are ready, by {@code status.numberReady} of the observed
     * generation.
     *
     * @param least 1 or more
     */
    public Check hasReadyPods(int least) {
        HasReady<DaemonSet> probe = new HasReady<>(place, RULE, "pods", HasReady.atLeast("pods", least));
        return place.check(RULE.type(), "has ready pods", "has " + least + " ready pods", probe);
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
