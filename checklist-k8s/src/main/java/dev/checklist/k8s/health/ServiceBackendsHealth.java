package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rule for "the service has backends": every port of the Service leads to at least one ready target. */
public final class ServiceBackendsHealth {

    private ServiceBackendsHealth() {}

    /**
     * Judges what stands behind the Service by its EndpointSlices; the deprecated Endpoints are not read.
     *
     * @param service the object as read
     * @param slices any EndpointSlices of its namespace; those of other Services are passed over
     * @param now the time of the observation
     * @return the verdict; unknown for ExternalName, which has no endpoints: resolve its name instead
     */
    public static Health of(Service service, Collection<EndpointSlice> slices, Instant now) {
        return of(service, slices, List.of(), false, now);
    }

    /**
     * Judges the same and, where no target is ready, tells by the pods whether one can ever be.
     *
     * @param service the object as read
     * @param slices any EndpointSlices of its namespace
     * @param pods all pods of its namespace: a selector that matches none of them fails
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Service service, Collection<EndpointSlice> slices, Collection<Pod> pods, Instant now) {
        return of(service, slices, pods, true, now);
    }

    private static Health of(
            Service service, Collection<EndpointSlice> slices, Collection<Pod> pods, boolean podsRead, Instant now) {
        Facts facts = new Facts();
        ServiceSpec spec = Objects.requireNonNullElseGet(service.getSpec(), ServiceSpec::new);
        return Universal.terminating(facts, service, now).orElseGet(() -> {
            if ("ExternalName".equals(facts.text("spec.type", spec.getType()))) {
                return facts.unknown("an ExternalName has no endpoints: resolve " + spec.getExternalName());
            }
            Health health = count(facts, spec, new Endpoints(service, slices));
            return health.isHealthy() || !podsRead
                    ? health
                    : never(spec, inNamespaceOf(service, pods))
                            .map(facts::failed)
                            .orElse(health);
        });
    }

    private static Health count(Facts facts, ServiceSpec spec, Endpoints endpoints) {
        if (selector(spec).isEmpty()) {
            facts.note("no selector: its endpoints are made by hand");
        }
        if (Boolean.TRUE.equals(spec.getPublishNotReadyAddresses())) {
            facts.see("spec.publishNotReadyAddresses", true);
        }
        List<ServicePort> ports = Absent.list(spec.getPorts());
        if (ports.isEmpty()) {
            return verdict(facts, "", endpoints.ready(slice -> true), endpoints.known());
        }
        Health health = facts.unknown("no port");
        for (ServicePort port : ports) {
            String name = Absent.text(port.getName());
            String label = " for port " + (name.isEmpty() ? port.getPort() : name);
            health = verdict(facts, label, endpoints.ready(slice -> Endpoints.offers(slice, name)), endpoints.known());
            if (!health.isHealthy()) {
                return health;
            }
        }
        return health;
    }

    private static Health verdict(Facts facts, String port, long ready, long known) {
        facts.see("endpoints.ready" + port, ready);
        facts.see("endpoints.known", known);
        String found = ready + " of " + known + " endpoints ready" + port;
        return ready > 0 ? facts.healthy(found) : facts.progressing(found + ", at least 1 expected");
    }

    /** Why no endpoint can come: the selector, or a named target port that no pod has. */
    private static Optional<String> never(ServiceSpec spec, List<Pod> pods) {
        Map<String, String> selector = selector(spec);
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        List<Pod> selected = pods.stream()
                .filter(pod -> LabelSelectors.contains(LabelSelectors.labels(pod), selector))
                .toList();
        if (selected.isEmpty()) {
            return Optional.of("selector " + selector + " matches none of " + pods.size() + " pods");
        }
        return Absent.list(spec.getPorts()).stream()
                .flatMap(port -> Stream.ofNullable(port.getTargetPort()))
                .flatMap(target -> Stream.ofNullable(target.getStrVal()))
                .filter(name -> selected.stream().noneMatch(hasPort(name)))
                .findFirst()
                .map(name -> "target port " + name + " is not named by any container of the " + selected.size()
                        + " selected pods");
    }

    private static Predicate<Pod> hasPort(String name) {
        return pod -> pod.getSpec() != null
                && Stream.of(pod.getSpec().getContainers(), pod.getSpec().getInitContainers())
                        .flatMap(containers -> Absent.list(containers).stream())
                        .flatMap(container -> Absent.list(container.getPorts()).stream())
                        .anyMatch(port -> name.equals(port.getName()));
    }

    private static List<Pod> inNamespaceOf(Service service, Collection<Pod> pods) {
        String namespace = Universal.metadata(service).getNamespace();
        return pods.stream()
                .filter(pod -> Objects.equals(namespace, Universal.metadata(pod).getNamespace()))
                .toList();
    }

    private static Map<String, String> selector(ServiceSpec spec) {
        return Absent.map(spec.getSelector());
    }
}
