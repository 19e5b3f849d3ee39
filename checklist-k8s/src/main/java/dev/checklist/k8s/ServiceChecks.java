package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
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

    record HasEndpoints(Place place) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            Reader reader = new Reader(place.server(), context);
            return reader.get(ResourceType.SERVICE, place.namespace(), place.name())
                    .judge(service -> reader.list(
                                    ResourceType.ENDPOINT_SLICE,
                                    place.namespace(),
                                    "kubernetes.io/service-name=" + place.name())
                            .judge(slices -> judge(reader, context, service, slices)));
        }

        private Outcome judge(Reader reader, CheckContext context, Service service, List<EndpointSlice> slices)
                throws Exception {
            Outcome seen = Outcomes.of(ServiceBackendsHealth.of(service, slices, context.now()));
            if (seen.status().opensGate()) {
                return seen;
            }
            // only a failure needs the pods, to say why; without the right to list them it stays as it is
            Reading<List<Pod>> pods = reader.list(ResourceType.POD, place.namespace(), "");
            return pods.isRefused()
                    ? seen
                    : pods.judge(all -> Outcomes.of(ServiceBackendsHealth.of(service, slices, all, context.now())));
        }
    }
}
