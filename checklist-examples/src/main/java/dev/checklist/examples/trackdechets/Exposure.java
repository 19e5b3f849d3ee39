package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;

import dev.checklist.Check;
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
    private final List<TrackdechetsSettings.Site> sites;
    private final TrackdechetsSettings settings;

    Exposure(NamespacedChecks namespace, HttpChecks http, TrackdechetsSettings settings) {
        this.namespace = namespace;
        this.http = http;
        this.network = settings.sites().network();
        this.sites = settings.sites().all();
        this.settings = settings;
    }

    Section section() {
        return Checklists.section(
                "Names and certificates",
                each(
                        sites,
                        site -> network.pointsToTheLoadBalancer(site.domain())
                                .at(site.name())
                                .tag("D173")),
                namespace
                        .certificate(Secrets.TLS)
                        .isReady()
                        .onlyIf(precondition(
                                "the setting certManager says that it is used", settings.services()::usesCertManager))
                        .remedy("kubectl describe certificate " + Secrets.TLS
                                + ", then its request, order and challenge")
                        .tag("D174"),
                each(
                        sites,
                        site -> network.tls(site.https())
                                .isValidFor(LEFT)
                                .at(site.name())
                                .remedy("kubectl describe certificate " + Secrets.TLS)
                                .tag("D174")),
                each(
                        sites,
                        site -> http.below(site.http().toString())
                                .get("/some/page?of=it")
                                .redirectsToHttps()
                                .at(site.name())
                                .tag("D175")),
                Checklists.section(
                                "Every name resolves",
                                resolves(settings.sites().ui()).tag("D177"),
                                resolves(settings.sites().api()).tag("D178"),
                                resolves(settings.sites().notifier()).tag("D179"))
                        .tag("D176"));
    }

    /** Asks every site for a certificate that is its own: D207. */
    Section certificates() {
        return Checklists.section(
                "TLS on every site",
                each(
                        sites,
                        site -> network.tls(site.https())
                                .covers(site.domain())
                                .at(site.name())
                                .tag("D207")));
    }

    private Check resolves(TrackdechetsSettings.Site site) {
        return network.resolves(site.domain()).at(site.name());
    }
}
