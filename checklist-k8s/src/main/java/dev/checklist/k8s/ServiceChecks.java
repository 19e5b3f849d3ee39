package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.ServiceBackendsHealth;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;

/** Has the checks of one Service. */
public final class ServiceChecks {
    private final Place place;

    ServiceChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when every port of the Service leads to at least one ready endpoint, by its EndpointSlices.
     *
     * <p>A Service of type ExternalName is an ERROR: it has no endpoints, resolve its name instead.
     */
    public Check hasEndpoints() {
        return place.check(ResourceType.SERVICE, "has endpoints", "has ready endpoints", new HasEndpoints(place));
    }

    /**
     * Passes when the Service is of type LoadBalancer and {@code status.loadBalancer.ingress} names an IP address or a
     * host name, without an error of a port.
     */
    public Check hasAddress() {
        return place.check(
                ResourceType.SERVICE, "has an address", "has an address", new ServiceProbes.HasAddress(place));
    }

    /**
     * Passes when the Service has this port and at least one endpoint behind it is ready.
     *
     * @param port as in {@code spec.ports[].port}, 1 to 65535; not the port of the container
     */
    public Check servesPort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port is " + port + ": expected 1 to 65535");
        }
        return place.check(
                ResourceType.SERVICE,
                "serves port " + port,
                "serves port " + port,
                new ServiceProbes.ServesPort(place, port));
    }

    record HasEndpoints(Place place) implements ObjectProbe {
        private static final String EXPECTED = "ready endpoints";

        @Override
        public Rights needs() {
            return Rights.get(ResourceType.SERVICE, place)
                    .and(Rights.list(ResourceType.ENDPOINT_SLICE, place.namespace()))
                    .and(Rights.list(ResourceType.POD, place.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Service service = reader.get(ResourceType.SERVICE, place);
            List<EndpointSlice> slices = reader.list(
                    ResourceType.ENDPOINT_SLICE, place.namespace(), "kubernetes.io/service-name=" + place.name());
            Health health = ServiceBackendsHealth.of(service, slices, reader.now());
            if (health.isHealthy() || health.state() == Health.State.UNKNOWN) {
                return Outcomes.of(EXPECTED, health);
            }
            try {
                List<Pod> pods = reader.list(ResourceType.POD, place.namespace(), "");
                return Outcomes.of(EXPECTED, ServiceBackendsHealth.of(service, slices, pods, reader.now()));
            } catch (Refusal refusal) {
                return Outcomes.unexplained(EXPECTED, health, refusal);
            }
        }
    }
}
