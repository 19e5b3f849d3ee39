package dev.checklist.k8s;

import dev.checklist.Check;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Has the checks of all Deployments, StatefulSets or DaemonSets of a namespace: one line and one LIST each, which names
 * those that do not hold. There must be at least as many as was said: an empty namespace never passes.
 */
public final class AllWorkloads {
    private final ApiServer server;
    private final String namespace;
    private final WorkloadRule<?> rule;
    private final int least;
    private final Rolling asked;

    AllWorkloads(ApiServer server, String namespace, WorkloadRule<?> rule, int least) {
        this(server, namespace, rule, AllProbe.atLeast(rule.type().plural(), least), Rolling.READY);
    }

    private AllWorkloads(ApiServer server, String namespace, WorkloadRule<?> rule, int least, Rolling asked) {
        this.server = server;
        this.namespace = namespace;
        this.rule = rule;
        this.least = least;
        this.asked = asked;
    }

    /** Passes over those that want no pod, which by default fail; they do not count for the least number. */
    public AllWorkloads allowingZero() {
        return new AllWorkloads(server, namespace, rule, least, asked.withZero());
    }

    /** Lets {@link #areRolledOut} pass while a partition keeps replicas of a StatefulSet of the old revision. */
    public AllWorkloads allowingPartition() {
        return new AllWorkloads(server, namespace, rule, least, asked.withPartition());
    }

    /** Passes when each is healthy by its own status, as {@code isReady()} of one asks. */
    public Check areReady() {
        return check("are ready", probe(rule, asked));
    }

    /** Passes when each is rolled out by its own status, as {@code isRolledOut()} of one asks. */
    public Check areRolledOut() {
        return check("are rolled out", probe(rule, asked.out()));
    }

    private <T extends HasMetadata> AllProbe<T> probe(WorkloadRule<T> each, Rolling question) {
        return new AllProbe<>(server, namespace, new EachWorkload<>(each, question), least);
    }

    private Check check(String predicate, AllProbe<?> probe) {
        return AllJobs.check(rule.type(), namespace, predicate, least, probe);
    }
}
