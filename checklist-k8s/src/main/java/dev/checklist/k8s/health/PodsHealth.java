package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** The rule for "all pods run": every pod that should run is healthy, and there are at least so many. */
public final class PodsHealth {

    // The worst word wins. One failed pod settles the question, even beside one that could not be judged.
    private static final List<State> WORST_FIRST =
            List.of(State.FAILED, State.UNKNOWN, State.SUSPENDED, State.PROGRESSING);

    private PodsHealth() {}

    /**
     * Judges all pods of a namespace or selector together. Passed over are pods that succeeded, that a Job controls
     * (judge the Job) and that are terminating within their grace period.
     *
     * @param pods the whole list: a list cut short must not be judged
     * @param min the least number of pods that must remain, 1 or more: a selector that matches nothing is no good sign
     * @param isReplaced whether a Failed pod's controller is healthy, so that the pod is a leftover and only noted
     * @param now the time of the observation
     * @return the verdict; fewer pods than {@code min} are progressing
     * @throws IllegalArgumentException if {@code min} is less than 1
     */
    public static Health of(Collection<Pod> pods, int min, Predicate<Pod> isReplaced, Instant now) {
        if (min < 1) {
            throw new IllegalArgumentException("min must be 1 or more, was " + min);
        }
        Facts facts = new Facts();
        List<Judged> judged = pods.stream()
                .filter(pod -> !isPassedOver(pod, now))
                .map(pod -> new Judged(pod, PodHealth.of(pod, now)))
                .filter(pod -> !pod.isLeftover(facts, isReplaced))
                .toList();
        for (State state : WORST_FIRST) {
            List<Judged> bad =
                    judged.stream().filter(pod -> pod.health.state() == state).toList();
            if (!bad.isEmpty()) {
                return worst(facts, state, bad, judged.size());
            }
        }
        judged.forEach(pod -> pod.health.notes().forEach(note -> facts.note("pod " + pod.name() + ": " + note)));
        facts.see("pods", judged.size());
        return judged.size() < min
                ? facts.progressing("found " + judged.size() + " pods that should run, at least " + min + " expected"
                        + (judged.isEmpty() ? ": is it the right namespace and selector?" : ""))
                : facts.healthy(judged.size() + " of " + judged.size() + " pods healthy");
    }

    private static Health worst(Facts facts, State state, List<Judged> bad, int all) {
        Judged first = bad.get(0);
        first.health.fields().forEach((path, value) -> facts.see("pods[" + first.name() + "]." + path, value));
        String more = bad.size() == 1 ? "" : " (and " + (bad.size() - 1) + " more)";
        return facts.verdict(
                state,
                bad.size() + " of " + all + " pods not healthy; pod " + first.name() + ": " + first.health.reason()
                        + more);
    }

    private static boolean isPassedOver(Pod pod, Instant now) {
        boolean succeeded =
                pod.getStatus() != null && "Succeeded".equals(pod.getStatus().getPhase());
        boolean ofJob = Ownership.controller(pod)
                .map(OwnerReference::getKind)
                .filter("Job"::equals)
                .isPresent();
        boolean leaving = Times.instant(Universal.metadata(pod).getDeletionTimestamp())
                .filter(deadline -> !now.isAfter(deadline))
                .isPresent();
        return succeeded || ofJob || leaving;
    }

    private record Judged(Pod pod, Health health) {

        String name() {
            return String.valueOf(Universal.metadata(pod).getName());
        }

        boolean isLeftover(Facts facts, Predicate<Pod> isReplaced) {
            boolean leftover =
                    pod.getStatus() != null && "Failed".equals(pod.getStatus().getPhase()) && isReplaced.test(pod);
            if (leftover) {
                facts.note("pod " + name() + " is a leftover: " + health.reason());
            }
            return leftover;
        }
    }
}
