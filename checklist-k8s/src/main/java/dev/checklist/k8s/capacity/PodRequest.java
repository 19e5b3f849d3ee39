package dev.checklist.k8s.capacity;

import dev.checklist.k8s.health.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the scheduler sets aside for a pod: the larger of what its containers and sidecars ask for together and
 * what its largest step of initialisation asks for, and its overhead. Requests stated for the whole pod replace those.
 */
final class PodRequest {
    private PodRequest() {}

    /** Gives nothing if an amount in it cannot be read. */
    static Optional<Resources> of(Pod pod) {
        PodSpec spec = Objects.requireNonNullElseGet(pod.getSpec(), PodSpec::new);
        try {
            return Optional.of(new Resources(amount(spec, "cpu"), amount(spec, "memory")));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static BigDecimal amount(PodSpec spec, String resource) {
        BigDecimal overhead = in(spec.getOverhead(), resource);
        Map<String, Quantity> whole = requests(spec.getResources());
        return whole.containsKey(resource)
                ? in(whole, resource).add(overhead)
                : ofContainers(spec, resource).add(overhead);
    }

    private static BigDecimal ofContainers(PodSpec spec, String resource) {
        BigDecimal sidecars = BigDecimal.ZERO;
        BigDecimal largestStep = BigDecimal.ZERO;
        for (Container step : list(spec.getInitContainers())) {
            BigDecimal own = in(requests(step.getResources()), resource);
            if ("Always".equals(step.getRestartPolicy())) {
                sidecars = sidecars.add(own);
                largestStep = largestStep.max(sidecars);
            } else {
                largestStep = largestStep.max(sidecars.add(own));
            }
        }
        BigDecimal running = sidecars;
        for (Container container : list(spec.getContainers())) {
            running = running.add(in(requests(container.getResources()), resource));
        }
        return running.max(largestStep);
    }

    private static BigDecimal in(@Nullable Map<String, Quantity> amounts, String resource) {
        if (amounts == null || !amounts.containsKey(resource)) {
            return BigDecimal.ZERO;
        }
        return Quantities.number(amounts.get(resource)).orElseThrow(() -> new NumberFormatException(resource));
    }

    private static Map<String, Quantity> requests(@Nullable ResourceRequirements resources) {
        return resources == null || resources.getRequests() == null ? Map.of() : resources.getRequests();
    }

    private static List<Container> list(@Nullable List<Container> containers) {
        return containers == null
                ? List.of()
                : containers.stream().filter(Objects::nonNull).toList();
    }
}
