package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rule for one port of a Service: it is there, and leads to at least one ready target. */
public final class ServicePortHealth {

    private ServicePortHealth() {}

    /**
     * Judges the port of a number.
     *
     * @param service the object as read
     * @param slices any EndpointSlices of its namespace; those of other Services are passed over
     * @param number as in {@code spec.ports[].port}, not the target port
     * @param now the time of the observation
     * @return the verdict; failed without such a port
     */
    public static Health ofNumber(Service service, Collection<EndpointSlice> slices, int number, Instant now) {
        return of(service, slices, port -> Integer.valueOf(number).equals(port.getPort()), "port " + number, now);
    }

    /**
     * Judges the port of a name. A port without a name is not the one of the empty name.
     *
     * @param service the object as read
     * @param slices any EndpointSlices of its namespace; those of other Services are passed over
     * @param name as in {@code spec.ports[].name}
     * @param now the time of the observation
     * @return the verdict; failed without such a port
     */
    public static Health ofName(Service service, Collection<EndpointSlice> slices, String name, Instant now) {
        return of(service, slices, port -> !name.isEmpty() && name.equals(port.getName()), "port " + name, now);
    }

    private static Health of(
            Service service,
            Collection<EndpointSlice> slices,
            Predicate<ServicePort> wanted,
            String words,
            Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, service, now).orElseGet(() -> {
            List<ServicePort> ports = service.getSpec() == null
                    ? List.of()
                    : Absent.list(service.getSpec().getPorts());
            facts.see(
                    "spec.ports",
                    ports.stream()
                            .map(port -> port.getPort() + (port.getName() == null ? "" : " " + port.getName()))
                            .toList());
            Optional<ServicePort> port = ports.stream().filter(wanted).findFirst();
            if (port.isEmpty()) {
                return facts.failed("it has no " + words);
            }
            if ("ExternalName".equals(service.getSpec().getType())) {
                return facts.unknown("an ExternalName has no endpoints: resolve "
                        + service.getSpec().getExternalName());
            }
            Endpoints endpoints = new Endpoints(service, slices);
            String name = Absent.text(port.get().getName());
            long ready = endpoints.ready(slice -> Endpoints.offers(slice, name));
            String found = ready + " of " + endpoints.known() + " endpoints ready for " + words;
            facts.see("endpoints.ready", ready);
            return ready > 0 ? facts.healthy(found) : facts.progressing(found + ", at least 1 expected");
        });
    }
}
