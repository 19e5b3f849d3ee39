package dev.checklist.k8s.health;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a load balancer or ingress controller wrote into {@code status.loadBalancer.ingress}. */
record LoadBalancerAddresses(List<Entry> entries) {

    /** One entry; an entry without ip and hostname is accepted by the API. */
    record Entry(@Nullable String ip, @Nullable String hostname, List<String> portErrors) {}

    Health judge(Facts facts, String none) {
        List<String> errors =
                entries.stream().flatMap(entry -> entry.portErrors.stream()).toList();
        facts.see("status.loadBalancer.ingress", entries.isEmpty() ? null : addresses());
        if (!errors.isEmpty()) {
            facts.see("status.loadBalancer.ingress[].ports[].error", errors);
            return facts.failed("a port could not be served: " + Conditions.cut(String.join(", ", errors)));
        }
        if (entries.isEmpty()) {
            return facts.progressing(none);
        }
        if (addresses().isEmpty()) {
            facts.note("no address");
            return facts.healthy("the load balancer answered, without an address");
        }
        return facts.healthy("address " + String.join(", ", addresses()));
    }

    List<String> addresses() {
        return entries.stream()
                .flatMap(entry -> Stream.of(Absent.text(entry.ip), Absent.text(entry.hostname)))
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
