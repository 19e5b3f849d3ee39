package dev.checklist.k8s.logs;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the containers that people added to running pods to look inside, as {@code kubectl debug} does. What is typed
 * there was not rolled out: it proves nothing of the workload, neither a line that matches nor one that is missing. So
 * their logs are never searched, and the outcome says so.
 */
public final class EphemeralContainers {
    private static final int MOST_NAMED = 3;

    private EphemeralContainers() {}

    /** Adds a warning that names them, if there are any. */
    public static Outcome notedOn(Outcome outcome, List<Pod> pods) {
        List<String> names = pods.stream().flatMap(EphemeralContainers::in).toList();
        return names.isEmpty()
                ? outcome
                : outcome.warning(
                        "not searched: the logs of ephemeral containers, which people add to look into a pod: "
                                + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : ""));
    }

    private static Stream<String> in(Pod pod) {
        Set<String> names = new TreeSet<>();
        if (pod.getSpec() != null) {
            of(pod.getSpec().getEphemeralContainers())
                    .map(EphemeralContainer::getName)
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        }
        if (pod.getStatus() != null) {
            of(pod.getStatus().getEphemeralContainerStatuses())
                    .map(ContainerStatus::getName)
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        }
        return names.stream().map(name -> pod.getMetadata().getName() + "/" + name);
    }

    private static <T> Stream<T> of(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
