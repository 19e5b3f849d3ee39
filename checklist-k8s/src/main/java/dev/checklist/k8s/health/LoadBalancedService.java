package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Service;
import java.time.Instant;
import java.util.Optional;

/** The rule for "the service has an address": it is of type LoadBalancer, and its load balancer has an ip or hostname. */
public final class LoadBalancedService {

    private LoadBalancedService() {}

    /**
     * Judges the Service. External IPs are what somebody wrote into the spec, not what a load balancer answered.
     *
     * @param service the object as read
     * @param now the time of the observation
     * @return the verdict; failed for another type
     */
    public static Health of(Service service, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, service, now).orElseGet(() -> {
            String type = service.getSpec() == null
                    ? ""
                    : Absent.text(service.getSpec().getType());
            facts.see("spec.type", type.isEmpty() ? null : type);
            if (!type.equals("LoadBalancer")) {
                return facts.failed(
                        "it is of type " + (type.isEmpty() ? "ClusterIP" : type) + ", which gets no load balancer");
            }
            Health health = ServiceHealth.addresses(service).judge(facts, "the load balancer has no address yet");
            return health.isHealthy()
                            && ServiceHealth.addresses(service).addresses().isEmpty()
                    ? facts.progressing("the load balancer's entry has neither ip nor hostname")
                    : health;
        });
    }

    /**
     * Returns the address.
     *
     * @param service the object as read
     * @param now the time of the observation
     * @return the ip addresses and host names, or nothing if the Service has none, or a port of it has an error
     */
    public static Optional<String> address(Service service, Instant now) {
        return of(service, now).isHealthy()
                ? Optional.of(String.join(", ", ServiceHealth.addresses(service).addresses()))
                : Optional.empty();
    }
}
