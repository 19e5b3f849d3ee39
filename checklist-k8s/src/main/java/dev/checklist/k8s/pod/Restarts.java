package dev.checklist.k8s.pod;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.PodContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule for restarts: every container, init containers included, was restarted less often than the limit. */
public final class Restarts {

    private Restarts() {}

    /**
     * Judges pods that have not ended. A pod that was replaced begins at zero: look at the events for those before.
     *
     * @param pods the whole list: a list cut short must not be judged
     * @param limit the first number of restarts that is too many
     * @return failed for as many restarts, a container without a status, or no pod at all; an error without a count
     */
    public static Outcome of(List<Pod> pods, int limit) {
        List<String> many = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        List<String> uncounted = new ArrayList<>();
        int most = 0;
        int containers = 0;
        for (Pod pod : RunningPods.of(pods)) {
            for (Container container : PodContainers.of(pod.getSpec())) {
                containers++;
                String name = container.getName() + " of the pod " + RunningPods.name(pod);
                Optional<ContainerStatus> status = status(pod.getStatus(), container.getName());
                Integer count = status.map(ContainerStatus::getRestartCount).orElse(null);
                if (status.isEmpty()) {
                    silent.add(name);
                } else if (count == null) {
                    uncounted.add(name);
                } else if (count >= limit) {
                    many.add(name + " " + count);
                }
                most = Math.max(most, count == null ? 0 : count);
            }
        }
        String expected = "expected less than " + limit + " restarts of every container but ";
        if (!many.isEmpty()) {
            return Outcome.failed(expected + "found " + RunningPods.listed(many))
                    .with("restarts", most);
        }
        if (!uncounted.isEmpty()) {
            return Outcome.error(expected + "the node reports no count for " + RunningPods.listed(uncounted));
        }
        if (!silent.isEmpty() || containers == 0) {
            return Outcome.failed(expected
                    + (containers == 0
                            ? RunningPods.NONE
                            : "no status is reported yet for " + RunningPods.listed(silent)));
        }
        return Outcome.passed("at most " + most + " restarts of " + containers + " containers, less than " + limit
                        + " expected")
                .with("restarts", most);
    }

    private static Optional<ContainerStatus> status(@Nullable PodStatus status, String name) {
        return status == null
                ? Optional.empty()
                : Stream.of(status.getInitContainerStatuses(), status.getContainerStatuses())
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .filter(each -> each != null && Objects.equals(name, each.getName()))
                        .findFirst();
    }
}
