package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.IngressHealth;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
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

    record HasAddress(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.INGRESS, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Ingress ingress = reader.get(ResourceType.INGRESS, place);
            Health health = IngressHealth.of(ingress, reader.now());
            if (!health.isHealthy()) {
                return Outcomes.of("an address", health);
            }
            List<String> addresses = ingress.getStatus().getLoadBalancer().getIngress().stream()
                    .filter(Objects::nonNull)
                    .flatMap(entry -> Stream.of(
                            Objects.requireNonNullElse(entry.getIp(), ""),
                            Objects.requireNonNullElse(entry.getHostname(), "")))
                    .filter(address -> !address.isBlank())
                    .toList();
            return addresses.isEmpty()
                    ? Outcome.failed("expected an address but the load balancer's entry has neither ip nor hostname")
                    : Outcomes.of("an address", health).with("addresses", String.join(", ", addresses));
        }
    }
}
