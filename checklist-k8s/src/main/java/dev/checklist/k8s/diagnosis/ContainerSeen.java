package dev.checklist.k8s.diagnosis;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is one container as its pod's status and spec tell of it.
 *
 * @param name its name
 * @param isInit whether it runs before the others
 * @param status its status
 * @param spec its entry in the spec, empty if there is none
 */
public record ContainerSeen(String name, boolean isInit, ContainerStatus status, Container spec) {

    /** Lists the containers of a pod that have a status, init containers first. */
    public static List<ContainerSeen> of(Pod pod) {
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        PodSpec spec = Objects.requireNonNullElseGet(pod.getSpec(), PodSpec::new);
        return Stream.concat(
                        of(true, status.getInitContainerStatuses(), spec.getInitContainers()),
                        of(false, status.getContainerStatuses(), spec.getContainers()))
                .toList();
    }

    private static Stream<ContainerSeen> of(
            boolean init, @Nullable List<ContainerStatus> statuses, @Nullable List<Container> specs) {
        return Present.in(statuses)
                .filter(status -> status.getName() != null)
                .map(status -> new ContainerSeen(
                        status.getName(),
                        init,
                        status,
                        Present.in(specs)
                                .filter(spec -> status.getName().equals(spec.getName()))
                                .findFirst()
                                .orElseGet(Container::new)));
    }

    /** Returns its name in a sentence. */
    String words() {
        return (isInit ? "init container " : "container ") + name;
    }

    int restarts() {
        return Objects.requireNonNullElse(status.getRestartCount(), 0);
    }

    String image() {
        String wanted = spec.getImage();
        return Words.line(wanted == null ? status.getImage() : wanted);
    }

    String waitingReason() {
        ContainerStateWaiting waiting = state().getWaiting();
        return waiting == null ? "" : Words.line(waiting.getReason());
    }

    String waitingMessage() {
        ContainerStateWaiting waiting = state().getWaiting();
        return waiting == null ? "" : Words.line(waiting.getMessage());
    }

    /** Returns how its last instance ended that did not end well. */
    Optional<ContainerStateTerminated> badEnd() {
        return Stream.of(state(), Objects.requireNonNullElseGet(status.getLastState(), ContainerState::new))
                .flatMap(state -> Stream.ofNullable(state.getTerminated()))
                .filter(end -> !Objects.equals(end.getExitCode(), 0))
                .findFirst();
    }

    boolean isRunning() {
        return state().getRunning() != null;
    }

    boolean isReady() {
        return Boolean.TRUE.equals(status.getReady());
    }

    /** Tells whether its log may tell why the pod fails: it ran, and did not end as it should. */
    public boolean hasWords() {
        return badEnd().isPresent() || waitingReason().equals("CrashLoopBackOff") || isRunning() && !isReady();
    }

    /** Tells whether the instance that failed is the one before the one that runs. */
    public boolean failedBefore() {
        ContainerState last = status.getLastState();
        return isRunning() && last != null && last.getTerminated() != null;
    }

    private ContainerState state() {
        return Objects.requireNonNullElseGet(status.getState(), ContainerState::new);
    }

    /** Returns its state as a line of a report. */
    @Override
    public String toString() {
        String now = isRunning()
                ? isReady() ? "running, ready" : "running, not ready"
                : waitingReason().isEmpty()
                        ? state().getTerminated() == null ? "no state" : "ended"
                        : "waiting: " + waitingReason() + Words.and(": ", waitingMessage());
        String end =
                badEnd().map(last -> ", last end: " + CrashCause.exit(last)).orElse("");
        return words() + (image().isEmpty() ? "" : " (" + image() + ")") + ": " + now + end + ", " + restarts()
                + " restarts";
    }
}
