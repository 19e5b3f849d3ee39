package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;

import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.net.NetChecks;
import dev.checklist.net.TlsChecks;
import java.time.Duration;

/** Is the part of the page about names, certificates and redirects: D173 to D179, D207. */
final class Exposure {
    private static final Duration LEFT = Duration.ofDays(21);
    private static final int HTTPS = 443;

    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final NetChecks net;
    private final Names names;
    private final TrackdechetsSettings settings;

    Exposure(NamespacedChecks namespace, HttpChecks http, NetChecks net, Names names, TrackdechetsSettings settings) {
        this.namespace = namespace;
        this.http = http;
        this.net = net;
        this.names = names;
        this.settings = settings;
    }

    Section section() {
        return Checklists.section(
                "Names and certificates",
                each(names.all(), name -> names.pointsToTheLoadBalancer(name).tag("D173")),
                namespace
                        .certificate(Secrets.TLS)
                        .isReady()
                        .onlyIf(precondition(
                                "the setting certManager says that it is used",
                                settings.services()::usesCertManager))
                        .remedy("kubectl describe certificate " + Secrets.TLS + ", then its request, order and challenge")
                        .tag("D174"),
                each(settings.sites().all(), site -> tls(site)
                        .isValidFor(LEFT)
                        .remedy("kubectl describe certificate " + Secrets.TLS)
                        .tag("D174")),
                each(settings.sites().all(), site -> http.get(site.http() + "/some/page?of=it")
                        .redirectsToHttps()
                        .tag("D175")),
                Checklists.section(
                                "Every name resolves",
                                names.resolves(names.all().get(0)).tag("D177"),
                                names.resolves(names.all().get(1)).tag("D178"),
                                names.resolves(names.all().get(2)).tag("D179"))
                        .tag("D176"));
    }

    /** Asks every site for a certificate that is its own: D207. */
    Section certificates() {
        return Checklists.section(
                "TLS on every site",
                each(settings.sites().all(), site -> tls(site).covers(site.domain()).tag("D207")));
    }

    private TlsChecks tls(TrackdechetsSettings.Site site) {
        int port = site.https().getPort();
        return net.tls(site.https().getHost(), port < 0 ? HTTPS : port);
    }
}
