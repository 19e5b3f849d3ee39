package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.LoadBalancerStatus;
import io.fabric8.kubernetes.api.model.PortStatus;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.ServiceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The rule for Services as objects: a load balancer has to have answered; the other types need nothing to be there.
 * It says nothing about who answers behind it: that is {@link ServiceBackendsHealth}.
 */
public final class ServiceHealth {

    private static final Set<String> PLAIN_TYPES = Set.of("", "ClusterIP", "NodePort", "ExternalName");

    private ServiceHealth() {}

    /**
     * Judges the Service. A pending load balancer without a controller stays progressing for ever.
     *
     * @param service the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Service service, Instant now) {
        Facts facts = new Facts();
        ServiceStatus status = Objects.requireNonNullElseGet(service.getStatus(), ServiceStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(service).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage())
                        .observed(c.getObservedGeneration()));
        return Universal.terminating(facts, service, now)
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> byType(facts, service, status));
    }

    private static Health byType(Facts facts, Service service, ServiceStatus status) {
        ServiceSpec spec = Objects.requireNonNullElseGet(service.getSpec(), ServiceSpec::new);
        String type = facts.text("spec.type", spec.getType());
        if (PLAIN_TYPES.contains(type)) {
            return facts.healthy(
                    "type " + (type.isEmpty() ? "ClusterIP" : type) + " exists and needs no load balancer");
        }
        if (!type.equals("LoadBalancer")) {
            return facts.unknown("type " + type + " is not one that this rule knows");
        }
        List<String> external = Absent.list(spec.getExternalIPs());
        LoadBalancerAddresses addresses = addresses(status);
        if (addresses.entries().isEmpty() && !external.isEmpty()) {
            facts.see("spec.externalIPs", external);
            return facts.healthy("external IPs " + String.join(", ", external));
        }
        return addresses.judge(facts, "the load balancer has no address yet");
    }

    static LoadBalancerAddresses addresses(Service service) {
        return addresses(Objects.requireNonNullElseGet(service.getStatus(), ServiceStatus::new));
    }

    private static LoadBalancerAddresses addresses(ServiceStatus status) {
        LoadBalancerStatus balancer = Objects.requireNonNullElseGet(status.getLoadBalancer(), LoadBalancerStatus::new);
        return new LoadBalancerAddresses(Absent.list(balancer.getIngress()).stream()
                .map(entry -> new LoadBalancerAddresses.Entry(
                        entry.getIp(),
                        entry.getHostname(),
                        Absent.list(entry.getPorts()).stream()
                                .map(PortStatus::getError)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList());
    }
}
