package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerStatus;
import io.fabric8.kubernetes.api.model.networking.v1.IngressPortStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The rule for Ingresses as objects: a controller took it up and wrote its address. That it is reachable is proven by
 * an HTTP request only.
 */
public final class IngressHealth {

    private IngressHealth() {}

    /**
     * Judges the Ingress. Some controllers never publish an address; with those it stays progressing.
     *
     * @param ingress the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Ingress ingress, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, ingress, now)
                .orElseGet(() -> addresses(ingress).judge(facts, "no controller has given it an address yet"));
    }

    /**
     * Lists what a controller wrote as the addresses of the Ingress.
     *
     * @param ingress the object as read
     * @return IP addresses and host names; empty while there are none
     */
    public static List<String> addressesOf(Ingress ingress) {
        return addresses(ingress).addresses().stream()
                .filter(address -> !address.isBlank())
                .toList();
    }

    private static LoadBalancerAddresses addresses(Ingress ingress) {
        IngressLoadBalancerStatus balancer =
                ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null
                        ? new IngressLoadBalancerStatus()
                        : ingress.getStatus().getLoadBalancer();
        return new LoadBalancerAddresses(Absent.list(balancer.getIngress()).stream()
                .map(entry -> new LoadBalancerAddresses.Entry(
                        entry.getIp(),
                        entry.getHostname(),
                        Absent.list(entry.getPorts()).stream()
                                .map(IngressPortStatus::getError)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList());
    }
}
