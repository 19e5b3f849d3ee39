package dev.checklist.examples.trackdechets;

import dev.checklist.Check;
import dev.checklist.net.NetChecks;
import java.net.InetSocketAddress;
import java.util.List;

/** Asks the name servers of the settings about the three names. */
final class Names {
    private final NetChecks net;
    private final TrackdechetsSettings.Sites sites;

    Names(NetChecks net, TrackdechetsSettings.Sites sites) {
        List<InetSocketAddress> servers = sites.nameServers();
        this.net = servers.isEmpty()
                ? net
                : net.askingNameServers(
                        servers.get(0),
                        servers.subList(1, servers.size()).toArray(InetSocketAddress[]::new));
        this.sites = sites;
    }

    List<String> all() {
        return sites.all().stream().map(TrackdechetsSettings.Site::domain).toList();
    }

    Check resolves(String name) {
        return net.dns(name).resolves().remedy("add an A record for " + name + " at the registrar");
    }

    Check pointsToTheLoadBalancer(String name) {
        return net.dns(name)
                .pointsTo(sites::loadBalancer)
                .remedy("let the record of " + name + " name " + String.join(", ", sites.loadBalancer())
                        + "; an old one is seen for as long as its TTL");
    }
}
