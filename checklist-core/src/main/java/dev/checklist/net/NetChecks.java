package dev.checklist.net;

import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes checks of names, ports and certificates, as this machine sees them.
 *
 * <p>Immutable and safe to share; there is nothing to close. Lines that fall due together ask the same thing once.
 */
public final class NetChecks {
    private final Resolver resolver;
    private final Anchors anchors;

    private NetChecks(Resolver resolver, Anchors anchors) {
        this.resolver = resolver;
        this.anchors = anchors;
    }

    /** Uses the name servers and the trusted authorities of this machine. */
    public static NetChecks create() {
        return new NetChecks(new Resolver(NameServers::ofThisMachine), Anchors.ofThisMachine());
    }

    /**
     * Asks these name servers instead, in turn; for {@code dns} only, since connections go where this machine's own
     * resolver leads them.
     *
     * @throws IllegalArgumentException if one has a name that did not resolve
     */
    public NetChecks askingNameServers(InetSocketAddress first, InetSocketAddress... more) {
        List<InetSocketAddress> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        for (InetSocketAddress server : all) {
            if (server.isUnresolved()) {
                throw new IllegalArgumentException(
                        "the name server " + server.getHostString() + " did not resolve: give its address");
            }
        }
        List<InetSocketAddress> servers = List.copyOf(all);
        return new NetChecks(new Resolver(() -> servers), anchors);
    }

    /** Trusts the certificates of a key store instead of this machine's authorities, such as those of a company. */
    public NetChecks trusting(KeyStore authorities) {
        return new NetChecks(resolver, Anchors.of(authorities));
    }

    /** Names what the name servers say about a host name; it is asked as it stands, without a search path. */
    public DnsChecks dns(String name) {
        return new DnsChecks(resolver, Host.name("name", name), false);
    }

    /** Names a port. */
    public TcpChecks tcp(String host, int port) {
        return new TcpChecks(new Endpoint(Host.nameOrAddress("host", host), Host.port(port)));
    }

    /** Names what a server shows in a TLS handshake, whose port is 443 in most cases. */
    public TlsChecks tls(String host, int port) {
        return new TlsChecks(new Endpoint(Host.nameOrAddress("host", host), Host.port(port)), anchors);
    }
}
