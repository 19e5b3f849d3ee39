package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rule for TLS of an Ingress: every wanted host has a TLS entry, and the certificate in the Secret of every entry is
 * for all its hosts and valid now. That it is the one served is proven by a TLS request only.
 */
public final class IngressTlsHealth {

    private IngressTlsHealth() {}

    /**
     * Returns the names of the Secrets that hold its certificates.
     *
     * @param ingress the object as read
     * @return the names, sorted
     */
    public static Set<String> secrets(Ingress ingress) {
        Set<String> names = new TreeSet<>();
        entries(ingress).stream()
                .map(entry -> Absent.text(entry.getSecretName()))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /**
     * Judges the TLS entries.
     *
     * @param ingress the object as read
     * @param wanted the hosts, in lower case
     * @param secrets the Secrets that it names, by name
     * @param now the time of the observation, at which the certificates have to be valid
     * @return the verdict
     */
    public static Health of(Ingress ingress, Set<String> wanted, Map<String, Secret> secrets, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, ingress, now).orElseGet(() -> {
            Set<String> missing = new TreeSet<>(wanted);
            for (IngressTLS entry : entries(ingress)) {
                Set<String> hosts = hosts(entry);
                missing.removeIf(host -> hosts.stream().anyMatch(pattern -> LeafCertificate.covers(pattern, host)));
            }
            facts.see(
                    "spec.tls[].hosts",
                    entries(ingress).stream()
                            .flatMap(entry -> hosts(entry).stream())
                            .toList());
            if (!missing.isEmpty()) {
                return facts.failed("no TLS entry is for " + String.join(", ", missing));
            }
            for (IngressTLS entry : entries(ingress)) {
                Optional<String> fault = fault(facts, entry, secrets, now);
                if (fault.isPresent()) {
                    return facts.failed(fault.get());
                }
            }
            return facts.healthy("certificates for " + String.join(", ", wanted));
        });
    }

    private static Optional<String> fault(Facts facts, IngressTLS entry, Map<String, Secret> secrets, Instant now) {
        String name = Absent.text(entry.getSecretName());
        if (name.isEmpty()) {
            return Optional.of("the TLS entry for " + String.join(", ", hosts(entry)) + " names no secret");
        }
        String what = "the secret " + name + " ";
        Secret secret = secrets.get(name);
        if (secret == null) {
            return Optional.of(what + "does not exist");
        }
        if (Universal.metadata(secret).getDeletionTimestamp() != null) {
            return Optional.of(what + "is being deleted");
        }
        if (!"kubernetes.io/tls".equals(secret.getType())) {
            return Optional.of(what + "is of type " + secret.getType() + ", kubernetes.io/tls expected");
        }
        Map<String, String> data = Absent.map(secret.getData());
        if (Absent.text(data.get("tls.key")).isBlank()) {
            return Optional.of(what + "has no private key under tls.key");
        }
        Optional<LeafCertificate> leaf = LeafCertificate.of(data.get("tls.crt"));
        if (leaf.isEmpty()) {
            return Optional.of(what + "has no certificate under tls.crt");
        }
        facts.see("secret " + name, leaf.get());
        return leaf.get().fault(hosts(entry), now).map(fault -> "the certificate in " + what + fault);
    }

    private static Set<String> hosts(IngressTLS entry) {
        Set<String> hosts = new TreeSet<>();
        Absent.list(entry.getHosts()).forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        return hosts;
    }

    private static List<IngressTLS> entries(Ingress ingress) {
        return ingress.getSpec() == null
                ? List.of()
                : Absent.list(ingress.getSpec().getTls());
    }
}
