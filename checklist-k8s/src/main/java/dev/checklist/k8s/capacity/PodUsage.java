package dev.checklist.k8s.capacity;

import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Health.State;
import dev.checklist.k8s.health.PodHealth;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.ContainerMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules over what the metrics API says of pods: a pod that it does not list is not one that uses nothing. */
public final class PodUsage {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, PodMetrics> metrics = new LinkedHashMap<>();
    private final Instant now;

    private PodUsage(Collection<PodMetrics> metrics, Instant now) {
        metrics.forEach(one -> this.metrics.put(one.getMetadata().getName(), one));
        this.now = now;
    }

    /**
     * Judges whether every Ready pod is measured, each of its containers, and now.
     *
     * @param pods the pods that have to be measured
     * @param metrics the measurements of their namespace
     * @param now the time of the observation
     * @return the verdict; no Ready pod at all is progressing
     */
    public static Health coverage(Collection<Pod> pods, Collection<PodMetrics> metrics, Instant now) {
        PodUsage usage = new PodUsage(metrics, now);
        List<Pod> ready = usage.ready(pods);
        return usage.unmeasured(ready)
                .orElseGet(() -> usage.verdict(
                        State.HEALTHY, ready.size() + " of " + ready.size() + " ready pods are measured"));
    }

    /**
     * Judges whether every container of every Ready pod uses less than a part of its limits of cpu and memory.
     *
     * @param pods the pods that have to be measured
     * @param metrics the measurements of their namespace
     * @param percent the part of the limit, 1 to 100
     * @param now the time of the observation
     * @return the verdict; unknown for a container without a limit
     */
    public static Health below(Collection<Pod> pods, Collection<PodMetrics> metrics, int percent, Instant now) {
        PodUsage usage = new PodUsage(metrics, now);
        List<Pod> ready = usage.ready(pods);
        return usage.unmeasured(ready).orElseGet(() -> usage.compare(ready, percent));
    }

    private List<Pod> ready(Collection<Pod> pods) {
        List<Pod> ready = pods.stream()
                .filter(pod -> pod.getStatus() != null
                        && "Running".equals(pod.getStatus().getPhase())
                        && PodHealth.of(pod, now).isHealthy())
                .toList();
        fields.put("ready pods", ready.size() + " of " + pods.size());
        return ready;
    }

    private Optional<Health> unmeasured(List<Pod> ready) {
        if (ready.isEmpty()) {
            return Optional.of(verdict(
                    State.PROGRESSING, "no pod is ready to be measured: is it the right namespace and selector?"));
        }
        for (Pod pod : ready) {
            String name = pod.getMetadata().getName();
            PodMetrics measured = metrics.get(name);
            if (measured == null) {
                return Optional.of(verdict(State.PROGRESSING, "the pod " + name + " is not measured"));
            }
            Optional<String> fault = Freshness.fault(measured.getTimestamp(), measured.getWindow(), now);
            if (fault.isPresent()) {
                return Optional.of(
                        verdict(State.PROGRESSING, "the measurement of the pod " + name + " is " + fault.get()));
            }
            for (Container container : running(pod)) {
                if (usage(measured, container).isEmpty()) {
                    return Optional.of(verdict(
                            State.PROGRESSING,
                            "the container " + container.getName() + " of the pod " + name + " is not measured"));
                }
            }
        }
        return Optional.empty();
    }

    private Health compare(List<Pod> ready, int percent) {
        UsedShare most = UsedShare.NOTHING;
        for (Pod pod : ready) {
            PodMetrics measured =
                    Objects.requireNonNull(metrics.get(pod.getMetadata().getName()));
            for (Container container : running(pod)) {
                String name = pod.getMetadata().getName() + "/" + container.getName();
                Optional<Resources> limits = Resources.in(
                        container.getResources() == null
                                ? null
                                : container.getResources().getLimits());
                if (limits.isEmpty()
                        || limits.get().cpu().signum() <= 0
                        || limits.get().memory().signum() <= 0) {
                    return verdict(
                            State.UNKNOWN,
                            "the container " + name + " has no limits of cpu and memory to compare its usage with");
                }
                most = most.larger(UsedShare.of(name, usage(measured, container).orElseThrow(), limits.get()));
            }
        }
        fields.put("largest share", most.toString());
        return most.isBelow(percent)
                ? verdict(State.HEALTHY, "at most " + most + ", less than " + percent + " % expected")
                : verdict(State.PROGRESSING, most + ", less than " + percent + " % expected");
    }

    private static Optional<Resources> usage(PodMetrics measured, Container container) {
        return Stream.ofNullable(measured.getContainers())
                .flatMap(List::stream)
                .filter(one -> one != null && container.getName().equals(one.getName()))
                .findFirst()
                .map(ContainerMetrics::getUsage)
                .flatMap(Resources::in);
    }

    /** The containers that run for as long as the pod does: sidecars are among the init containers. */
    private static List<Container> running(Pod pod) {
        Stream<Container> sidecars = Stream.ofNullable(pod.getSpec().getInitContainers())
                .flatMap(List::stream)
                .filter(step -> step != null && "Always".equals(step.getRestartPolicy()));
        return Stream.concat(
                        Stream.ofNullable(pod.getSpec().getContainers())
                                .flatMap(List::stream)
                                .filter(Objects::nonNull),
                        sidecars)
                .toList();
    }

    private Health verdict(State state, String reason) {
        return new Health(state, reason, List.of(), fields);
    }
}
