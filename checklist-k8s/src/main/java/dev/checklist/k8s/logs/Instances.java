package dev.checklist.k8s.logs;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says how often a container was started, and which of these instances still have a log: the last, and the one before it.
 *
 * @param restarts how often it was started again
 * @param hasPrevious whether the log of the instance before the last is asked for besides
 * @param lost how many instances before those have no log any more
 * @param oldestStart when the oldest instance with a log was started, if that is known
 */
public record Instances(int restarts, boolean hasPrevious, int lost, Optional<Instant> oldestStart) {

    /** Reads them from the status of the pod; empty if it says nothing of the container. */
    public static Optional<Instances> of(Pod pod, String container) {
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        return Stream.of(status.getInitContainerStatuses(), status.getContainerStatuses())
                .flatMap(list -> list == null ? Stream.empty() : list.stream())
                .filter(seen -> seen != null && container.equals(seen.getName()) && seen.getRestartCount() != null)
                .findFirst()
                .map(Instances::of);
    }

    private static Instances of(ContainerStatus status) {
        int restarts = Math.max(0, status.getRestartCount());
        // A container that waits to be started again has its last instance in lastState: both logs would be the same.
        boolean waits = status.getState() == null || status.getState().getWaiting() != null;
        boolean hasPrevious = !waits && (restarts > 0 || hasEnded(status.getLastState()));
        ContainerState oldest = waits || hasPrevious ? status.getLastState() : status.getState();
        int lost = Math.max(0, hasPrevious ? restarts - 1 : restarts);
        return new Instances(restarts, hasPrevious, lost, startOf(oldest));
    }

    private static boolean hasEnded(@Nullable ContainerState state) {
        return state != null && state.getTerminated() != null;
    }

    private static Optional<Instant> startOf(@Nullable ContainerState state) {
        if (state == null) {
            return Optional.empty();
        }
        String time = state.getRunning() != null
                ? state.getRunning().getStartedAt()
                : state.getTerminated() != null ? state.getTerminated().getStartedAt() : null;
        return LogWindow.time(time);
    }

    /** Says that instances which wrote after that time have no log any more, if so. */
    List<Gap> lostSince(Instant start) {
        boolean mayHaveWritten = oldestStart.isEmpty() || oldestStart.get().isAfter(start);
        return lost > 0 && mayHaveWritten
                ? List.of(Gap.of("it restarted " + restarts + " times, and only the last logs are kept"))
                : List.of();
    }

    /** Returns from when on there can be lines: not before the first instance was started. */
    Instant firstLineAfter(Instant start) {
        return lost == 0 ? oldestStart.filter(started -> started.isAfter(start)).orElse(start) : start;
    }
}
