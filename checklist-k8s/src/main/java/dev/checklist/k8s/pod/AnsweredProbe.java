package dev.checklist.k8s.pod;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.PodContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule for a path that the kubelet itself asks inside the cluster, as the readiness probe of a container. */
public final class AnsweredProbe {

    private AnsweredProbe() {}

    /**
     * Judges whether the template asks this path, and whether every pod that has not ended answered it.
     *
     * @param template the template of the workload
     * @param pods the pods of its newest revision
     * @param path the path, as it stands in {@code readinessProbe.httpGet.path}
     * @return failed for good where no container is asked that path; failed while a pod is not ready
     */
    public static Outcome of(@Nullable PodTemplateSpec template, List<Pod> pods, String path) {
        PodSpec spec = template == null ? null : template.getSpec();
        String expected = "expected an answer to the readiness probe " + path + " but ";
        if (asked(spec, path).isEmpty()) {
            List<String> others = PodContainers.of(spec).stream()
                    .map(container -> container.getName() + " " + probed(container))
                    .toList();
            return Outcome.failed(expected + "no container of the template has it: " + RunningPods.listed(others))
                    .conclusively();
        }
        List<Pod> running = RunningPods.of(pods);
        List<String> silent = running.stream()
                .filter(pod -> !isReady(pod, path))
                .map(RunningPods::name)
                .toList();
        if (running.isEmpty()) {
            return Outcome.failed(expected + "the newest revision has no running pod");
        }
        return silent.isEmpty()
                ? Outcome.passed(running.size() + " of " + running.size() + " pods answer the readiness probe " + path)
                        .with("pods", running.size())
                : Outcome.failed(expected + silent.size() + " of " + running.size() + " pods are not ready by it: "
                        + RunningPods.listed(silent));
    }

    private static List<Container> asked(@Nullable PodSpec spec, String path) {
        return PodContainers.of(spec).stream()
                .filter(container -> path.equals(probed(container)))
                .toList();
    }

    private static @Nullable String probed(Container container) {
        return container.getReadinessProbe() == null
                        || container.getReadinessProbe().getHttpGet() == null
                ? null
                : container.getReadinessProbe().getHttpGet().getPath();
    }

    private static boolean isReady(Pod pod, String path) {
        PodStatus status = pod.getStatus();
        List<Container> asked = asked(pod.getSpec(), path);
        return status != null
                && pod.getMetadata().getDeletionTimestamp() == null
                && !asked.isEmpty()
                && asked.stream().allMatch(container -> isReady(status, container.getName()))
                && status.getConditions() != null
                && status.getConditions().stream()
                        .anyMatch(condition -> condition != null
                                && "Ready".equals(condition.getType())
                                && "True".equals(condition.getStatus()));
    }

    private static boolean isReady(PodStatus status, String name) {
        return Stream.of(status.getInitContainerStatuses(), status.getContainerStatuses())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .anyMatch(each ->
                        each != null && Objects.equals(name, each.getName()) && Boolean.TRUE.equals(each.getReady()));
    }
}
