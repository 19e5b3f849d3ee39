package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.IngressHealth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Has the checks of one Ingress. That it is reachable is proven by an HTTP request only. */
public final class IngressChecks {
    private final Place place;

    IngressChecks(Place place) {
        this.place = place;
    }

    /** Passes when {@code status.loadBalancer.ingress} names an IP address or a host name, and no port has an error. */
    public Check hasAddress() {
        return place.check(
                ResourceType.INGRESS, "has an address", "has an address", new IngressProbes.HasAddress(place));
    }

    /**
     * Supplies the addresses in {@code status.loadBalancer.ingress}, IP addresses and host names, such as DNS names must
     * point to; none while the Ingress has none. Read anew at each call, within 30 s; what it asks for is not part of
     * {@link KubernetesChecks#rightsFor}.
     *
     * <p>{@link Supplier#get} throws {@link IllegalStateException} when the Ingress is absent, being deleted, or could not
     * be read.
     */
    public Supplier<List<String>> addresses() {
        return new Supplied<>(
                place.server(),
                "the addresses of the ingress " + place.name(),
                reader -> IngressHealth.addressesOf(reader.getLasting(ResourceType.INGRESS, place)));
    }

    /**
     * Passes when this is its class, and the class exists. Its class is the one in {@code spec.ingressClassName}, else
     * in the annotation {@code kubernetes.io/ingress.class}, else the only default class of the cluster.
     */
    public Check usesClass(String name) {
        String checked = Names.subdomain("name of the ingress class", name);
        return place.check(
                ResourceType.INGRESS,
                "uses class",
                "uses the class " + checked,
                new IngressProbes.UsesClass(place, Optional.of(checked)));
    }

    /**
     * Passes when every backend, the default one included, names a Service that exists and a port that the Service has,
     * and at least one endpoint of the port is ready. A rule without paths fails unless there is a default backend; a
     * backend that is no Service is an ERROR.
     */
    public Check hasBackends() {
        return place.check(
                ResourceType.INGRESS, "has backends", "has backends that answer", new IngressProbes.HasBackends(place));
    }

    /**
     * Passes when every one of these hosts has an entry in {@code spec.tls}, and the Secret of each entry is of type
     * {@code kubernetes.io/tls} with a certificate that is valid now and for all hosts of the entry. The Secrets are
     * read by name; whether the chain is complete is asked by a TLS request.
     */
    public Check hasTlsFor(String host, String... more) {
        Set<String> hosts = Hosts.of(host, more);
        return place.check(
                ResourceType.INGRESS,
                "has TLS",
                "has TLS for " + String.join(", ", hosts),
                new IngressProbes.HasTls(place, hosts));
    }

    /** Passes when {@code spec.rules} name exactly these hosts; a rule without a host takes every request and fails. */
    public Check servesHosts(String host, String... more) {
        Set<String> hosts = Hosts.of(host, more);
        return place.check(
                ResourceType.INGRESS,
                "serves hosts",
                "serves exactly " + String.join(", ", hosts),
                new IngressProbes.ServesHosts(place, hosts));
    }

    /**
     * Passes when the Ingress has a class that exists, exactly these hosts, backends that answer, TLS for all of the
     * hosts, and an address: the other checks in one line, with one evidence each.
     */
    public Check isComplete(String host, String... more) {
        Set<String> hosts = Hosts.of(host, more);
        return place.check(
                ResourceType.INGRESS,
                "is complete",
                "is complete for " + String.join(", ", hosts),
                new IsComplete(place, hosts));
    }
}
