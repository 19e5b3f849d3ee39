package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.LoadBalancedService;
import dev.checklist.k8s.health.ServicePortHealth;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;

/** The questions about one Service, besides who answers behind all of its ports. */
final class ServiceProbes {
    private ServiceProbes() {}

    record HasAddress(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.SERVICE, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Service service = reader.get(ResourceType.SERVICE, place);
            return Outcomes.of("an address", LoadBalancedService.of(service, reader.now()));
        }
    }

    record ServesPort(Place place, int port) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.SERVICE, place)
                    .and(Rights.list(ResourceType.ENDPOINT_SLICE, place.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Service service = reader.get(ResourceType.SERVICE, place);
            List<EndpointSlice> slices = reader.list(
                    ResourceType.ENDPOINT_SLICE, place.namespace(), "kubernetes.io/service-name=" + place.name());
            return Outcomes.of(
                    "ready endpoints behind port " + port,
                    ServicePortHealth.ofNumber(service, slices, port, reader.now()));
        }
    }
}
