package dev.checklist.k8s.health;

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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The containers of one pod, init containers included; status and spec are paired by name, never by position. */
final class Containers {

    /** The kubelet's reasons for a container that does not start, or does not stay. */
    private static final Set<String> BAD_WAITS = Set.of(
            "CrashLoopBackOff",
            "ImagePullBackOff",
            "ErrImagePull",
            "ErrImageNeverPull",
            "InvalidImageName",
            "ImageInspectError",
            "RegistryUnavailable",
            "SignatureValidationFailed",
            "CreateContainerConfigError",
            "CreateContainerError",
            "RunContainerError",
            "StartError",
            "PreStartHookError",
            "PostStartHookError");

    private static final int CRASHES = 2;
    private static final int MANY_RESTARTS = 5;

    private final Facts facts;
    private final List<Seen> init;
    private final List<Seen> app;
    private final List<Container> initSpecs;

    Containers(Facts facts, Pod pod) {
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        PodSpec spec = Objects.requireNonNullElseGet(pod.getSpec(), PodSpec::new);
        this.facts = facts;
        this.init = seen("status.initContainerStatuses", status.getInitContainerStatuses());
        this.app = seen("status.containerStatuses", status.getContainerStatuses());
        this.initSpecs = Absent.list(spec.getInitContainers());
    }

    /** A container, init or app, that waits for a reason that ends no wait. */
    Optional<String> badWait() {
        return all().filter(seen -> BAD_WAITS.contains(seen.waitingReason()))
                .findFirst()
                .map(seen -> {
                    facts.see(seen.path() + ".state.waiting.reason", seen.waitingReason());
                    return "container " + seen.name() + " waits: " + seen.waiting();
                });
    }

    /** An app container between two crashes: for a moment it is running or terminated, and looks like any other. */
    Optional<String> crash() {
        return app.stream()
                .filter(seen -> seen.restarts() >= CRASHES && seen.badExit().isPresent())
                .findFirst()
                .map(seen -> {
                    facts.see(seen.path() + ".restartCount", seen.restarts());
                    return "container " + seen.name() + " restarted " + seen.restarts() + " times, last "
                            + seen.badExit().get();
                });
    }

    /** The first container that ended with an exit code other than 0. */
    Optional<String> badExit() {
        return all().filter(seen -> seen.badExit().isPresent())
                .findFirst()
                .map(seen -> "container " + seen.name() + " ended with "
                        + seen.badExit().get());
    }

    /** The init container that still has to finish, or, if it is a native sidecar, to start. */
    Optional<String> initialising() {
        return init.stream()
                .filter(seen -> isSidecar(seen) ? !seen.started() : !seen.completed())
                .findFirst()
                .map(seen ->
                        "init container " + seen.name() + " has not " + (isSidecar(seen) ? "started" : "finished"));
    }

    /** The app containers that wait, with their reasons. */
    Optional<String> waiting() {
        List<String> names = app.stream()
                .filter(seen -> !seen.waitingReason().isEmpty())
                .map(seen -> seen.name() + ": " + seen.waitingReason())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of("waiting: " + String.join(", ", names));
    }

    boolean allReady() {
        return !app.isEmpty() && app.stream().allMatch(seen -> Boolean.TRUE.equals(seen.status.getReady()));
    }

    boolean haveRestarted() {
        return all().anyMatch(seen -> seen.restarts() > 0);
    }

    /** What a ready pod should still be looked at for. */
    void addNotes() {
        all().filter(seen -> seen.restarts() > MANY_RESTARTS)
                .forEach(seen -> facts.note("container " + seen.name() + " restarted " + seen.restarts() + " times"));
        all().filter(Seen::wasKilledForMemory)
                .forEach(seen -> facts.note("container " + seen.name() + " was OOMKilled before"));
    }

    private boolean isSidecar(Seen seen) {
        return initSpecs.stream()
                .anyMatch(spec -> seen.name().equals(spec.getName()) && "Always".equals(spec.getRestartPolicy()));
    }

    private Stream<Seen> all() {
        return Stream.concat(init.stream(), app.stream());
    }

    private static List<Seen> seen(String list, @Nullable List<ContainerStatus> statuses) {
        return Absent.list(statuses).stream()
                .map(status -> new Seen(list, status))
                .toList();
    }

    private record Seen(String list, ContainerStatus status) {

        String name() {
            return String.valueOf(status.getName());
        }

        String path() {
            return list + "[" + name() + "]";
        }

        int restarts() {
            return status.getRestartCount() == null ? 0 : status.getRestartCount();
        }

        boolean started() {
            return Boolean.TRUE.equals(status.getStarted());
        }

        boolean completed() {
            ContainerStateTerminated end = terminated(status.getState());
            return end != null && Objects.equals(end.getExitCode(), 0);
        }

        String waitingReason() {
            ContainerStateWaiting waiting =
                    status.getState() == null ? null : status.getState().getWaiting();
            return waiting == null ? "" : Absent.text(waiting.getReason());
        }

        String waiting() {
            String message = Absent.text(status.getState().getWaiting().getMessage());
            return message.isEmpty() ? waitingReason() : waitingReason() + " (" + Conditions.cut(message) + ")";
        }

        Optional<String> badExit() {
            return Stream.of(status.getState(), status.getLastState())
                    .flatMap(state -> Stream.ofNullable(terminated(state)))
                    .filter(end -> end.getExitCode() != null && end.getExitCode() != 0)
                    .findFirst()
                    .map(end ->
                            "exit code " + end.getExitCode() + (end.getReason() == null ? "" : " " + end.getReason()));
        }

        boolean wasKilledForMemory() {
            ContainerStateTerminated end = terminated(status.getLastState());
            return end != null && "OOMKilled".equals(end.getReason());
        }

        private static @Nullable ContainerStateTerminated terminated(@Nullable ContainerState state) {
            return state == null ? null : state.getTerminated();
        }
    }
}
