package dev.checklist.k8s.diagnosis;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a pod is not healthy: its place first, then its volumes, then its containers in the order they start. */
public final class PodCause {
    private static final Set<String> VOLUMES = Set.of("FailedMount", "FailedAttachVolume", "FailedMapVolume");

    private PodCause() {}

    /**
     * Returns the likely cause, if anything points to one.
     *
     * @param pod the pod, which is not healthy
     * @param events what the cluster noted about it
     * @param lastLines the last line of each container whose log was read, by its name
     */
    public static Optional<String> of(Pod pod, List<SeenEvent> events, Map<String, String> lastLines) {
        return unscheduled(pod)
                .or(() -> ended(pod))
                .or(() -> ContainerSeen.of(pod).stream()
                        .flatMap(container -> broken(container, events, lastLines).stream())
                        .findFirst())
                .or(() -> sandbox(events))
                .or(() -> volume(events))
                .or(() -> ContainerSeen.of(pod).stream()
                        .flatMap(container -> ProbeCause.notReady(container, events).stream())
                        .findFirst());
    }

    private static Optional<String> unscheduled(Pod pod) {
        return conditions(pod)
                .filter(condition ->
                        "PodScheduled".equals(condition.getType()) && "False".equals(condition.getStatus()))
                .findFirst()
                .map(condition -> {
                    String said =
                            Words.line(condition.getMessage() == null ? condition.getReason() : condition.getMessage());
                    return said.contains("PersistentVolumeClaim") || said.contains("persistentvolumeclaim")
                            ? "a volume is pending (claims: " + claims(pod) + "), so no node takes the pod: " + said
                            : "no node takes the pod: " + said;
                });
    }

    private static Optional<String> ended(Pod pod) {
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        String reason = Words.line(status.getReason());
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of("the pod was ended: " + reason + Words.and(": ", status.getMessage()));
    }

    private static Optional<String> broken(
            ContainerSeen container, List<SeenEvent> events, Map<String, String> lastLines) {
        String reason = container.waitingReason();
        String said = container.waitingMessage();
        if (ImageCause.isOf(reason)) {
            return Optional.of(ImageCause.of(
                    container.image(),
                    reason,
                    said,
                    events.stream()
                            .filter(event -> event.isAbout(container.name()))
                            .toList()));
        }
        if (reason.startsWith("Create") || reason.startsWith("Run") || reason.endsWith("HookError")) {
            return Optional.of(container.words() + " cannot start: "
                    + MissingPart.in(said).orElse(reason + Words.and(": ", said)));
        }
        return CrashCause.of(container, events, lastLines.getOrDefault(container.name(), ""));
    }

    private static Optional<String> sandbox(List<SeenEvent> events) {
        return last(events, Set.of("FailedCreatePodSandBox"))
                .map(event -> "the node cannot set up the pod: " + event.message());
    }

    private static Optional<String> volume(List<SeenEvent> events) {
        return last(events, VOLUMES)
                .map(event -> MissingPart.in(event.message()).orElse("a volume is not there: " + event.message()));
    }

    private static Optional<SeenEvent> last(List<SeenEvent> events, Set<String> reasons) {
        return events.stream()
                .filter(event -> reasons.contains(event.reason()))
                .max((a, b) -> a.last().compareTo(b.last()));
    }

    private static String claims(Pod pod) {
        List<Volume> volumes = pod.getSpec() == null ? null : pod.getSpec().getVolumes();
        return Present.in(volumes)
                .map(Volume::getPersistentVolumeClaim)
                .filter(Objects::nonNull)
                .map(PersistentVolumeClaimVolumeSource::getClaimName)
                .collect(Collectors.joining(", "));
    }

    private static Stream<PodCondition> conditions(Pod pod) {
        List<PodCondition> conditions =
                pod.getStatus() == null ? null : pod.getStatus().getConditions();
        return Present.in(conditions);
    }
}
