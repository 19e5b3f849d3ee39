package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.k8s.health.PodsHealth;
import dev.checklist.k8s.health.ReplicaSetHealth;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Has the checks of the pods of a namespace, or of those that a label selector matches. */
public final class PodChecks {
    private final ApiServer server;
    private final String namespace;
    private final String selector;

    PodChecks(ApiServer server, String namespace, String selector) {
        this.server = server;
        this.namespace = namespace;
        this.selector = selector;
    }

    /**
     * Passes when every pod that should run is healthy, and there are at least so many.
     *
     * <p>Left out are pods that succeeded, that a Job controls, and that are terminating within their grace.
     *
     * @param least the least number of such pods, 1 or more: a selector that matches nothing is no good sign
     */
    public Check areHealthy(int least) {
        if (least < 1) {
            throw new IllegalArgumentException("the least number of pods is " + least + ": expected 1 or more");
        }
        String which = selector.isEmpty() ? "pods in " + namespace : "pods " + selector + " in " + namespace;
        return Check.of(
                "pods " + namespace + " " + selector + " are healthy",
                which + " are healthy, at least " + least,
                new AreHealthy(server, namespace, selector, least));
    }

    record AreHealthy(ApiServer server, String namespace, String selector, int least) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            Reader reader = new Reader(server, context);
            return reader.list(ResourceType.POD, namespace, selector).judge(pods -> {
                Set<String> healthySets =
                        pods.stream().anyMatch(AreHealthy::hasFailed) ? healthySets(reader, context) : Set.of();
                return Outcomes.of(PodsHealth.of(pods, least, pod -> isReplaced(pod, healthySets), context.now()));
            });
        }

        private static boolean hasFailed(Pod pod) {
            return pod.getStatus() != null && "Failed".equals(pod.getStatus().getPhase());
        }

        /** Returns the uids of healthy ReplicaSets; none where they may not be listed, so that a failure stays one. */
        private Set<String> healthySets(Reader reader, CheckContext context) throws Exception {
            List<ReplicaSet> sets =
                    reader.list(ResourceType.REPLICA_SET, namespace, "").orElse(List.of());
            return sets.stream()
                    .filter(set -> ReplicaSetHealth.of(set, context.now()).isHealthy())
                    .map(set -> set.getMetadata().getUid())
                    .collect(Collectors.toSet());
        }

        private static boolean isReplaced(Pod pod, Set<String> healthySets) {
            List<OwnerReference> owners = pod.getMetadata().getOwnerReferences();
            return owners != null && owners.stream().anyMatch(owner -> healthySets.contains(owner.getUid()));
        }
    }
}
