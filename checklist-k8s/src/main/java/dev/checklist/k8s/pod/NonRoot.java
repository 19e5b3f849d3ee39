package dev.checklist.k8s.pod;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.PodContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule for "runs as non-root", container by container, init and ephemeral ones included: what the container sets
 * overrides what the pod sets, field by field. User 0 is root, whatever runAsNonRoot says; any other user, or
 * runAsNonRoot, which the kubelet enforces, is not; with neither the image decides, and nobody can tell from here.
 */
public final class NonRoot {
    private static final String EXPECTED = "expected every container to run as non-root but ";

    private NonRoot() {}

    /**
     * Judges pods that have not ended.
     *
     * @param pods the whole list: a list cut short must not be judged
     * @return failed for user 0 or no pod at all, an error where the image decides
     */
    public static Outcome of(List<Pod> pods) {
        List<String> root = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int containers = 0;
        for (Pod pod : RunningPods.of(pods)) {
            List<Named> all = containers(pod.getSpec());
            containers += all.size();
            if (all.isEmpty()) {
                unknown.add("pod " + RunningPods.name(pod));
            }
            for (Named container : all) {
                String name = "container " + container.name + " of the pod " + RunningPods.name(pod);
                Long user = user(pod.getSpec().getSecurityContext(), container.context);
                if (Objects.equals(user, 0L)) {
                    root.add(name);
                } else if (user == null && !nonRoot(pod.getSpec().getSecurityContext(), container.context)) {
                    unknown.add(name);
                }
            }
        }
        if (!root.isEmpty()) {
            return Outcome.failed(EXPECTED + "runAsUser is 0 for " + RunningPods.listed(root));
        }
        if (!unknown.isEmpty()) {
            return Outcome.error("whether it runs as root is decided by the image, since neither runAsNonRoot nor"
                    + " runAsUser is set, for " + RunningPods.listed(unknown));
        }
        return containers == 0
                ? Outcome.failed(EXPECTED + RunningPods.NONE)
                : Outcome.passed(containers + " containers run as non-root").with("containers", containers);
    }

    private record Named(String name, @Nullable SecurityContext context) {}

    private static List<Named> containers(@Nullable PodSpec spec) {
        return spec == null
                ? List.of()
                : Stream.concat(
                                PodContainers.of(spec).stream().map(NonRoot::named),
                                Stream.ofNullable(spec.getEphemeralContainers())
                                        .flatMap(List::stream)
                                        .filter(Objects::nonNull)
                                        .map(NonRoot::named))
                        .toList();
    }

    private static Named named(Container container) {
        return new Named(container.getName(), container.getSecurityContext());
    }

    private static Named named(EphemeralContainer container) {
        return new Named(container.getName(), container.getSecurityContext());
    }

    private static @Nullable Long user(@Nullable PodSecurityContext pod, @Nullable SecurityContext container) {
        Long own = container == null ? null : container.getRunAsUser();
        return own != null || pod == null ? own : pod.getRunAsUser();
    }

    private static boolean nonRoot(@Nullable PodSecurityContext pod, @Nullable SecurityContext container) {
        Boolean own = container == null ? null : container.getRunAsNonRoot();
        return Boolean.TRUE.equals(own != null || pod == null ? own : pod.getRunAsNonRoot());
    }
}
