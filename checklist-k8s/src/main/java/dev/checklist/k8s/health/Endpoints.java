package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The targets in the EndpointSlices of one Service, each counted once although dual stack lists it twice. */
final class Endpoints {

    private static final String SERVICE = "kubernetes.io/service-name";

    private final List<EndpointSlice> slices;
    private final boolean publishesUnready;

    Endpoints(Service service, Collection<EndpointSlice> slices) {
        String name = Universal.metadata(service).getName();
        String namespace = Universal.metadata(service).getNamespace();
        this.slices = slices.stream()
                .filter(slice -> name != null
                        && name.equals(LabelSelectors.labels(slice).get(SERVICE))
                        && Objects.equals(namespace, Universal.metadata(slice).getNamespace()))
                .filter(slice -> Universal.metadata(slice).getDeletionTimestamp() == null)
                .toList();
        this.publishesUnready = service.getSpec() != null
                && Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses());
    }

    long ready(Predicate<EndpointSlice> which) {
        return targets(which, this::isReady);
    }

    long known() {
        return targets(slice -> true, endpoint -> true);
    }

    /** A port of that name with a number; unnamed ports have the empty name, or none, in both places. */
    static boolean offers(EndpointSlice slice, String port) {
        return Absent.list(slice.getPorts()).stream()
                .anyMatch(offered -> offered.getPort() != null && port.equals(Absent.text(offered.getName())));
    }

    private long targets(Predicate<EndpointSlice> slices, Predicate<Endpoint> endpoints) {
        return this.slices.stream()
                .filter(slices)
                .flatMap(slice -> Absent.list(slice.getEndpoints()).stream())
                .filter(endpoints)
                .flatMap(endpoint -> Stream.ofNullable(identity(endpoint)))
                .distinct()
                .count();
    }

    private boolean isReady(Endpoint endpoint) {
        EndpointConditions conditions =
                Objects.requireNonNullElseGet(endpoint.getConditions(), EndpointConditions::new);
        if (Boolean.TRUE.equals(conditions.getTerminating())) {
            return false;
        }
        // Such a Service calls every endpoint ready; only serving tells the truth then.
        return publishesUnready
                ? Boolean.TRUE.equals(conditions.getServing())
                : !Boolean.FALSE.equals(conditions.getReady());
    }

    private static @Nullable String identity(Endpoint endpoint) {
        List<String> addresses = Absent.list(endpoint.getAddresses());
        ObjectReference target = endpoint.getTargetRef();
        if (addresses.isEmpty()) {
            return null;
        }
        return target != null && target.getUid() != null ? target.getUid() : addresses.get(0);
    }
}
