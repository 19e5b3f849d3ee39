package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the containers of a pod, the init containers first. */
public final class PodContainers {

    private PodContainers() {}

    /**
     * Lists them, without what may be null in an answer.
     *
     * @param spec the spec of a pod or of a template
     * @return init containers, then containers
     */
    public static List<Container> of(@Nullable PodSpec spec) {
        return spec == null
                ? List.of()
                : Stream.concat(
                                Absent.list(spec.getInitContainers()).stream(),
                                Absent.list(spec.getContainers()).stream())
                        .toList();
    }
}
