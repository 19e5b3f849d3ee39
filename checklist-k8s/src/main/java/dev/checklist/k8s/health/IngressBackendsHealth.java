package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rule for the backends of an Ingress: each names a port that its Service has, and somebody answers there. */
public final class IngressBackendsHealth {

    private IngressBackendsHealth() {}

    /**
     * Returns the names of the Services that the Ingress routes to.
     *
     * @param ingress the object as read
     * @return the names, sorted
     */
    public static Set<String> services(Ingress ingress) {
        Set<String> names = new TreeSet<>();
        for (IngressBackend backend : backends(ingress)) {
            if (backend.getService() != null && backend.getService().getName() != null) {
                names.add(backend.getService().getName());
            }
        }
        return names;
    }

    /**
     * Judges every backend, the default one included.
     *
     * @param ingress the object as read
     * @param services the Services that it routes to, by name
     * @param slices their EndpointSlices
     * @param now the time of the observation
     * @return the first verdict that is not healthy; failed without any backend, or for a host that none is for
     */
    public static Health of(
            Ingress ingress, Map<String, Service> services, Collection<EndpointSlice> slices, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, ingress, now).orElseGet(() -> {
            List<IngressBackend> backends = backends(ingress);
            for (IngressBackend backend : backends) {
                Health health = backend(backend, services, slices, now);
                String name = name(backend);
                facts.see("backend " + name, health.reason());
                if (!health.isHealthy()) {
                    return facts.verdict(health.state(), "backend " + name + ": " + health.reason());
                }
            }
            if (backends.isEmpty()) {
                return facts.failed("it routes to no backend");
            }
            Set<String> nowhere = nowhere(ingress.getSpec());
            return nowhere.isEmpty()
                    ? facts.healthy(backends.size() + " of " + backends.size() + " backends answer")
                    : facts.failed("it has no path and no default backend for " + String.join(", ", nowhere));
        });
    }

    /** Returns the hosts whose rules lead nowhere; without paths of their own, requests go to the default backend. */
    private static Set<String> nowhere(IngressSpec spec) {
        Set<String> hosts = new TreeSet<>();
        if (spec.getDefaultBackend() == null) {
            Absent.list(spec.getRules()).stream()
                    .filter(rule -> rule.getHttp() == null
                            || Absent.list(rule.getHttp().getPaths()).isEmpty())
                    .forEach(rule -> hosts.add(Objects.requireNonNullElse(rule.getHost(), "every host")));
        }
        return hosts;
    }

    private static Health backend(
            IngressBackend backend, Map<String, Service> services, Collection<EndpointSlice> slices, Instant now) {
        IngressServiceBackend target = backend.getService();
        if (target == null) {
            return new Facts().unknown("it is no Service, whose endpoints could be counted");
        }
        Service service = services.get(Absent.text(target.getName()));
        if (service == null) {
            return new Facts().failed("the service does not exist");
        }
        ServiceBackendPort port = target.getPort();
        if (port == null
                || port.getNumber() == null && Absent.text(port.getName()).isEmpty()) {
            return new Facts().failed("it names no port");
        }
        return port.getNumber() != null
                ? ServicePortHealth.ofNumber(service, slices, port.getNumber(), now)
                : ServicePortHealth.ofName(service, slices, port.getName(), now);
    }

    private static String name(IngressBackend backend) {
        if (backend.getService() == null) {
            return backend.getResource() == null
                    ? "of no kind"
                    : backend.getResource().getKind() + " "
                            + backend.getResource().getName();
        }
        ServiceBackendPort port = backend.getService().getPort();
        Object shown = port == null ? null : port.getNumber() != null ? port.getNumber() : port.getName();
        return backend.getService().getName() + (shown == null ? "" : ":" + shown);
    }

    private static List<IngressBackend> backends(Ingress ingress) {
        IngressSpec spec = Objects.requireNonNullElseGet(ingress.getSpec(), IngressSpec::new);
        List<IngressBackend> backends = new ArrayList<>();
        Stream.ofNullable(spec.getDefaultBackend()).forEach(backends::add);
        Absent.list(spec.getRules()).stream()
                .filter(rule -> rule.getHttp() != null)
                .flatMap(rule -> Absent.list(rule.getHttp().getPaths()).stream())
                .map(path -> Objects.requireNonNullElseGet(path.getBackend(), IngressBackend::new))
                .forEach(backends::add);
        return backends;
    }
}
