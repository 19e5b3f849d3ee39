package dev.checklist.net;

import dev.checklist.Check;
import dev.checklist.Probe;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Is a host name about which name servers can be asked.
 *
 * <p>A name that does not exist (NXDOMAIN) and one without an address (NODATA) are FAILED, in different words; a name
 * server that fails (SERVFAIL), refuses or is silent is an ERROR. Every line says which name server answered.
 */
public final class DnsChecks {
    private final Resolver resolver;
    private final String name;
    private final boolean mayBePrivate;

    DnsChecks(Resolver resolver, String name, boolean mayBePrivate) {
        this.resolver = resolver;
        this.name = name;
        this.mayBePrivate = mayBePrivate;
    }

    /** Accepts addresses that are not public (RFC 1918, RFC 4193, loopback, link-local), such as inside a company. */
    public DnsChecks allowingPrivateAddresses() {
        return new DnsChecks(resolver, name, true);
    }

    /**
     * Passes when the name has an address, A or AAAA, and each is a public one. Warns when every name beside it resolves
     * too, so that it proves little.
     */
    public Check resolves() {
        return check("resolves", "resolves", new Resolves(resolver, name, mayBePrivate));
    }

    /**
     * Passes when the name has exactly these addresses, A and AAAA together.
     *
     * @throws IllegalArgumentException if one is no IP address
     */
    public Check resolvesTo(String first, String... more) {
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(address(first));
        for (String one : more) {
            wanted.add(address(one));
        }
        List<String> all = List.copyOf(wanted);
        return check(
                "resolves to addresses",
                "resolves to " + String.join(", ", all),
                new PointsTo(resolver, name, () -> all, true));
    }

    /**
     * Passes when every address of the name belongs to the load balancer: a left-over old one would fail half of the
     * users. A load balancer with a host name is compared by CNAME, or by what both resolve to at the same moment.
     *
     * <p>Behind a proxy such as a content delivery network the addresses never match: prove it by HTTP instead.
     *
     * @param loadBalancer gives IP addresses and host names when the line is asked, such as those of an ingress; none is
     *     an ERROR
     */
    public Check pointsTo(Supplier<? extends Collection<String>> loadBalancer) {
        if (loadBalancer == null) {
            throw new IllegalArgumentException("loadBalancer is null: give what supplies its addresses");
        }
        return check(
                "points to the load balancer",
                "points to the load balancer",
                new PointsTo(resolver, name, loadBalancer, false));
    }

    /**
     * Passes when a CAA record (RFC 8659) of the name, or of the nearest name above it that has one, allows the
     * authority to issue certificates.
     *
     * @param issuer the authority's domain, such as {@code letsencrypt.org}
     */
    public Check hasCaaFor(String issuer) {
        String authority = Host.name("issuer", issuer);
        return check("has CAA", "has a CAA record for " + authority, new HasCaa(resolver, name, authority));
    }

    private static String address(@Nullable String text) {
        if (text == null || !Host.isAddress(text.strip())) {
            throw new IllegalArgumentException("address is " + (text == null ? "null" : "\"" + text + "\"")
                    + ": expected an IP address such as 192.0.2.7 or 2001:db8::7");
        }
        return IpAddress.normal(text.strip());
    }

    private Check check(String predicate, String words, Probe probe) {
        return Check.of("dns " + predicate, name, "dns " + name + " " + words, probe);
    }
}
