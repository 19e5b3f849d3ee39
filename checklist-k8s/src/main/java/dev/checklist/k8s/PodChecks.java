package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.PodsHealth;
import dev.checklist.k8s.health.ReplicaSetHealth;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
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
        return check(
                        "are healthy",
                        "are healthy, at least " + least,
                        new AreHealthy(server, namespace, selector, least))
                .onFailure(new WorkloadDiagnosis(new SelectedPods(server, namespace, selector)));
    }

    /**
     * Passes when every container of the pods that have not ended, init containers included, was restarted less often,
     * by {@code restartCount}, and there is at least one such pod.
     *
     * @param restarts the first number that is too many, 1 or more
     */
    public Check restartsBelow(int restarts) {
        PodsProbe.Asked asked = new PodsProbe.FewRestarts(RestartsBelow.limit(restarts));
        return check("restarts below", "have less than " + restarts + " restarts of every container", asked);
    }

    /**
     * Passes when every container of the pods that have not ended runs as non-root, init and ephemeral containers
     * included, and there is at least one such pod: an effective {@code runAsUser} above 0, or {@code runAsNonRoot:
     * true}, where the container's {@code securityContext} overrides the pod's.
     *
     * <p>Fails for user 0. With neither set the image decides, which is an ERROR: it cannot be seen from here.
     */
    public Check runAsNonRoot() {
        return check("run as non-root", "run as non-root", new PodsProbe.RunAsNonRoot());
    }

    /**
     * Passes when every container of the pods that have not ended, init containers included, requests cpu and memory
     * and has a limit of memory, each above zero, and there is at least one such pod.
     */
    public Check haveResourceLimits() {
        return check("have resource limits", "have requests and limits for every container", new PodsProbe.Limited());
    }

    private Check check(String predicate, String title, PodsProbe.Asked asked) {
        return check(predicate, title, new PodsProbe(server, namespace, selector, asked));
    }

    private Check check(String predicate, String title, ClusterProbe probe) {
        String which = selector.isEmpty() ? "pods in " + namespace : "pods " + selector + " in " + namespace;
        return Check.of("pods " + selector + " " + predicate, namespace, which + " " + title, probe);
    }

    /** Returns the checks of the logs of these pods. */
    public LogChecks logs() {
        return LogChecks.of(new SelectedPods(server, namespace, selector));
    }

    record AreHealthy(ApiServer server, String namespace, String selector, int least) implements ClusterProbe {
        private static final String EXPECTED = "healthy pods";

        @Override
        public Rights needs() {
            return Rights.list(ResourceType.POD, namespace).and(Rights.list(ResourceType.REPLICA_SET, namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<Pod> pods = reader.list(ResourceType.POD, namespace, selector);
            if (pods.stream().noneMatch(AreHealthy::hasFailed)) {
                return Outcomes.of(EXPECTED, PodsHealth.of(pods, least, pod -> false, reader.now()));
            }
            try {
                Set<String> healthySets = healthySets(reader);
                return Outcomes.of(
                        EXPECTED, PodsHealth.of(pods, least, pod -> isReplaced(pod, healthySets), reader.now()));
            } catch (Refusal refusal) {
                // without the right to see that a failed pod was replaced, its failure stays one
                return Outcomes.unexplained(EXPECTED, PodsHealth.of(pods, least, pod -> false, reader.now()), refusal);
            }
        }

        private static boolean hasFailed(Pod pod) {
            return pod.getStatus() != null && "Failed".equals(pod.getStatus().getPhase());
        }

        private Set<String> healthySets(Reader reader) throws Exception {
            return reader.list(ResourceType.REPLICA_SET, namespace, "").stream()
                    .filter(set -> ReplicaSetHealth.of(set, reader.now()).isHealthy())
                    .map(set -> set.getMetadata().getUid())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        private static boolean isReplaced(Pod pod, Set<String> healthySets) {
            List<OwnerReference> owners = pod.getMetadata().getOwnerReferences();
            return owners != null
                    && owners.stream()
                            .filter(owner -> owner != null && Boolean.TRUE.equals(owner.getController()))
                            .map(OwnerReference::getUid)
                            .anyMatch(uid -> uid != null && healthySets.contains(uid));
        }
    }
}
