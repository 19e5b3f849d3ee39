package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.k8s.health.IngressHealth;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Has the checks of one Ingress. */
public final class IngressChecks {
    private final Place place;

    IngressChecks(Place place) {
        this.place = place;
    }

    /** Passes when {@code status.loadBalancer.ingress} names an IP address or a host name, and no port has an error. */
    public Check hasAddress() {
        return place.check(ResourceType.INGRESS, "has an address", "has an address", new HasAddress(place));
    }

    record HasAddress(Place place) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(place.server(), context)
                    .get(ResourceType.INGRESS, place.namespace(), place.name())
                    .judge(ingress -> judge(ingress, context));
        }

        private static Outcome judge(Ingress ingress, CheckContext context) {
            Outcome outcome = Outcomes.of(IngressHealth.of(ingress, context.now()));
            if (!outcome.status().opensGate()) {
                return outcome;
            }
            List<String> addresses = ingress.getStatus().getLoadBalancer().getIngress().stream()
                    .flatMap(IngressChecks::addresses)
                    .toList();
            return addresses.isEmpty()
                    ? Outcome.failed("expected an address but the load balancer's entry has neither ip nor hostname")
                    : outcome.with("addresses", String.join(", ", addresses));
        }
    }

    private static Stream<String> addresses(IngressLoadBalancerIngress entry) {
        return Stream.of(entry.getIp(), entry.getHostname())
                .filter(Objects::nonNull)
                .filter(address -> !address.isBlank());
    }
}
