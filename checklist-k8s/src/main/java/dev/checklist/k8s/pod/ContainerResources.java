package dev.checklist.k8s.pod;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.PodContainers;
import dev.checklist.k8s.health.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule for resources: every container, init containers included, requests cpu and memory and has a limit of memory.
 * Zero is none; a limit of cpu is not asked for, since it only throttles.
 */
public final class ContainerResources {
    private static final String EXPECTED =
            "expected requests of cpu and memory and a limit of memory for every container but ";

    private ContainerResources() {}

    /**
     * Judges a template as it stands: what a LimitRange would add to its pods is seen on the pods only.
     *
     * @param template the template of a workload
     * @return failed for good, naming each container and what it lacks
     */
    public static Outcome of(@Nullable PodTemplateSpec template) {
        PodSpec spec = template == null ? null : template.getSpec();
        List<String> missing = missing("", spec);
        int containers = PodContainers.of(spec).size();
        return missing.isEmpty() && containers > 0
                ? passed(containers)
                : failed(missing, "the template has no container").conclusively();
    }

    /**
     * Judges pods that have not ended.
     *
     * @param pods the whole list: a list cut short must not be judged
     * @return failed also if there is no such pod
     */
    public static Outcome of(List<Pod> pods) {
        List<String> missing = new ArrayList<>();
        int containers = 0;
        for (Pod pod : RunningPods.of(pods)) {
            List<Container> all = PodContainers.of(pod.getSpec());
            containers += all.size();
            missing.addAll(missing("pod " + RunningPods.name(pod) + " ", pod.getSpec()));
            if (all.isEmpty()) {
                missing.add("pod " + RunningPods.name(pod) + " has no container");
            }
        }
        return missing.isEmpty() && containers > 0 ? passed(containers) : failed(missing, RunningPods.NONE);
    }

    private static Outcome passed(int containers) {
        return Outcome.passed(containers + " containers with requests of cpu and memory and a limit of memory")
                .with("containers", containers);
    }

    private static Outcome failed(List<String> missing, String nothing) {
        return Outcome.failed(EXPECTED + (missing.isEmpty() ? nothing : "found none: " + RunningPods.listed(missing)));
    }

    private static List<String> missing(String where, @Nullable PodSpec spec) {
        List<String> missing = new ArrayList<>();
        for (Container container : PodContainers.of(spec)) {
            ResourceRequirements resources = container.getResources();
            String name = where + "container " + container.getName() + " ";
            Map<String, Quantity> requests = resources == null ? null : resources.getRequests();
            if (!has(requests, "cpu")) {
                missing.add(name + "requests.cpu");
            }
            if (!has(requests, "memory")) {
                missing.add(name + "requests.memory");
            }
            if (!has(resources == null ? null : resources.getLimits(), "memory")) {
                missing.add(name + "limits.memory");
            }
        }
        return missing;
    }

    private static boolean has(@Nullable Map<String, Quantity> amounts, String resource) {
        Quantity quantity = amounts == null ? null : amounts.get(resource);
        return Quantities.number(quantity).filter(amount -> amount.signum() > 0).isPresent();
    }
}
