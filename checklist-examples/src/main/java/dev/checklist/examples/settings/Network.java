package dev.checklist.examples.settings;

import dev.checklist.Check;
import dev.checklist.http.HttpChecks;
import dev.checklist.net.NetChecks;
import dev.checklist.net.TlsChecks;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says how sites are looked at.
 *
 * @param trust the certificates that are trusted, and no others; empty for public authorities
 * @param nameServers which name servers are asked; none for those of this machine
 * @param loadBalancer the addresses of the load balancer
 */
public record Network(Optional<Path> trust, List<InetSocketAddress> nameServers, List<String> loadBalancer) {
    /** Every name that a settings file may have for it. */
    public static final List<String> NAMES = List.of("dns.servers", "loadBalancer.addresses", "trust");

    private static final int DNS = 53;
    private static final int HTTPS = 443;

    /** Takes the values by the names of the settings file. */
    public static Network of(Values given) {
        return new Network(
                given.optionalFile("trust"),
                given.optional("dns.servers").stream()
                        .flatMap(servers -> Stream.of(servers.split(",", -1)))
                        .map(server -> nameServer(server.strip()))
                        .toList(),
                given.words("loadBalancer.addresses"));
    }

    private static InetSocketAddress nameServer(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return colon < 0
                    ? new InetSocketAddress(text, DNS)
                    : new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the setting dns.servers is " + text + ": expected addresses such as 192.0.2.53 or"
                            + " 192.0.2.53:5353, separated by commas",
                    e);
        }
    }

    /** Asks sites. */
    public HttpChecks http() {
        return HttpChecks.using(Trust.client(trust));
    }

    /** Asks a name server whether the name has an address. */
    public Check resolves(String name) {
        return names().dns(name).resolves().remedy("add an A record for " + name + " at the registrar");
    }

    /** Asks a name server whether the name leads to the load balancer, and nowhere else. */
    public Check pointsToTheLoadBalancer(String name) {
        return names().dns(name)
                .pointsTo(() -> loadBalancer)
                .remedy("let the record of " + name + " name " + String.join(", ", loadBalancer)
                        + "; an old one is seen for as long as its TTL");
    }

    /** Asks what a site shows before it says a word. */
    public TlsChecks tls(URI site) {
        return Trust.net(trust).tls(site.getHost(), site.getPort() < 0 ? HTTPS : site.getPort());
    }

    private NetChecks names() {
        return nameServers.isEmpty()
                ? NetChecks.create()
                : NetChecks.create()
                        .askingNameServers(
                                nameServers.get(0),
                                nameServers.subList(1, nameServers.size()).toArray(InetSocketAddress[]::new));
    }
}
