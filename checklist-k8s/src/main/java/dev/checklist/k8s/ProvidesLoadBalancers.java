package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.LoadBalancedService;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Optional;

/** Looks for a load balancer that got an address, since no API tells whether a cluster can make one. */
record ProvidesLoadBalancers(ApiServer server) implements ClusterProbe {
    @Override
    public Rights needs() {
        return Rights.list(ResourceType.SERVICE, "");
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        List<Service> services = reader.list(ResourceType.SERVICE, "", "");
        for (Service service : services) {
            Optional<String> address = LoadBalancedService.address(service, reader.now());
            if (address.isPresent()) {
                String name = service.getMetadata().getNamespace() + "/"
                        + service.getMetadata().getName();
                return Outcome.passed("the service " + name + " has the address " + address.get())
                        .with("service", name);
            }
        }
        return Outcome.unsupported("none of " + services.size() + " services is a load balancer with an address:"
                + " whether this cluster can make one shows only when it has made one, or a person who knows says so");
    }
}
