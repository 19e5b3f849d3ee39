package dev.checklist.k8s.secret;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.NewestReplicaSet;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Concludes from a pod that runs that a Secret was there when it started, without reading the Secret.
 *
 * @param secret the name of the Secret
 * @param key the key to prove, null for the Secret alone
 */
public record ProvenByPods(String secret, @Nullable String key) {

    /** Passes when a Ready pod of a Deployment's newest ReplicaSet could not have started without it. */
    public Outcome judge(Collection<Deployment> deployments, Collection<ReplicaSet> sets, Collection<Pod> pods) {
        String what = key == null ? "the secret " + secret : "the key " + key + " of the secret " + secret;
        String expected = "expected a Ready pod of a newest ReplicaSet that needs " + what + " but ";
        List<Pod> users = pods.stream()
                .filter(pod -> SecretUse.in(pod).stream().anyMatch(this::proves))
                .toList();
        boolean isOptional = false;
        boolean isUnready = false;
        for (Deployment deployment : deployments) {
            for (Pod pod : isCurrent(deployment) ? NewestReplicaSet.pods(deployment, sets, users) : List.<Pod>of()) {
                for (SecretUse use : SecretUse.in(pod)) {
                    if (!proves(use)) {
                        continue;
                    }
                    if (!use.optional() && isReady(pod)) {
                        return passed(what, use, deployment, pod);
                    }
                    isOptional |= use.optional();
                    isUnready |= !use.optional();
                }
            }
        }
        return Outcome.failed(expected
                + (isUnready
                        ? "those that do are not Ready"
                        : isOptional ? "those that use it start without it, too (optional is true)" : "found none"));
    }

    private boolean proves(SecretUse use) {
        return secret.equals(use.secret()) && (key == null || key.equals(use.key()));
    }

    private static Outcome passed(String what, SecretUse use, Deployment deployment, Pod pod) {
        String started = pod.getStatus().getStartTime();
        Outcome outcome = Outcome.passed(what + " was there as of the pod's start: the Ready pod "
                        + pod.getMetadata().getName() + " of the deployment "
                        + deployment.getMetadata().getName() + " needs it (" + use.where() + ")")
                .with("pod", pod.getMetadata().getName());
        return started == null ? outcome : outcome.with("status.startTime", started);
    }

    /** A Deployment that is being deleted, or whose controller has not seen its newest template, proves nothing. */
    private static boolean isCurrent(Deployment deployment) {
        Long generation = deployment.getMetadata().getGeneration();
        Long observed =
                deployment.getStatus() == null ? null : deployment.getStatus().getObservedGeneration();
        return deployment.getMetadata().getDeletionTimestamp() == null
                && generation != null
                && observed != null
                && observed >= generation;
    }

    private static boolean isReady(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase())
                && pod.getStatus().getConditions() != null
                && pod.getStatus().getConditions().stream()
                        .filter(Objects::nonNull)
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
