package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;

import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.examples.settings.Network;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.time.Duration;
import java.util.List;

/** Is the part of the page about names, certificates and redirects: D173 to D179, D207. */
final class Exposure {
    private static final Duration LEFT = Duration.ofDays(21);

    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final Network network;
    private final List<String> names;
    private final TrackdechetsSettings settings;

    Exposure(NamespacedChecks namespace, HttpChecks http, TrackdechetsSettings settings) {
        this.namespace = namespace;
        this.http = http;
        this.network = settings.sites().network();
        this.names = settings.sites().domains();
        this.settings = settings;
    }

    Section section() {
        return Checklists.section(
                "Names and certificates",
                each(names, name -> network.pointsToTheLoadBalancer(name).tag("D173")),
                namespace
                        .certificate(Secrets.TLS)
                        .isReady()
                        .onlyIf(precondition(
                                "the setting certManager says that it is used", settings.services()::usesCertManager))
                        .remedy("kubectl describe certificate " + Secrets.TLS
                                + ", then its request, order and challenge")
                        .tag("D174"),
                each(
                        settings.sites().all(),
                        site -> network.tls(site.https())
                                .isValidFor(LEFT)
                                .remedy("kubectl describe certificate " + Secrets.TLS)
                                .tag("D174")),
                each(
                        settings.sites().all(),
                        site -> http.get(site.http() + "/some/page?of=it")
                                .redirectsToHttps()
                                .tag("D175")),
                Checklists.section(
                                "Every name resolves",
                                network.resolves(names.get(0)).tag("D177"),
                                network.resolves(names.get(1)).tag("D178"),
                                network.resolves(names.get(2)).tag("D179"))
                        .tag("D176"));
    }

    /** Asks every site for a certificate that is its own: D207. */
    Section certificates() {
        return Checklists.section(
                "TLS on every site",
                each(
                        settings.sites().all(),
                        site -> network.tls(site.https()).covers(site.domain()).tag("D207")));
    }
}
