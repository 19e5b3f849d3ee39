package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;

/** Is the part of the page about services of others, but for the object store: D38 to D40, and D42. */
final class ExternalServices {
    private final HttpChecks http;
    private final TrackdechetsSettings.Sites sites;
    private final TrackdechetsSettings.Services services;

    ExternalServices(HttpChecks http, TrackdechetsSettings.Sites sites, TrackdechetsSettings.Services services) {
        this.http = http;
        this.sites = sites;
        this.services = services;
    }

    Section section() {
        EndpointChecks mail = http.below(services.mail().url().toString())
                .get("/v3/account")
                .header("api-key", services.mail().key());
        EndpointChecks insee = http.below(services.insee().url().toString())
                .get("/informations")
                .header("Authorization", "Bearer " + services.insee().key());
        Check accepted = mail.respondsWith(200).named("the mail provider accepts our key");
        Check known = insee.respondsWith(200).named("INSEE accepts our credentials");
        return Checklists.section(
                "Services of others",
                each(
                        sites.all(),
                        site -> sites.network()
                                .resolves(site.domain())
                                .at(site.name())
                                .tag("D38")),
                accepted.remedy("make a new key in the provider's console, and put it into the Secret")
                        .tag("D39"),
                mail.hasJsonAt("/plan/0/type", "subscription")
                        .named("the mail account is a paid one")
                        .requires(accepted)
                        .tag("D39"),
                known.remedy("ask for new credentials at the provider's portal").tag("D40"),
                insee.hasJsonAt("/etatService", "UP")
                        .named("INSEE's register is up")
                        .requires(known)
                        .tag("D40"),
                http.below(services.pdf().toString())
                        .get("/health")
                        .hasJsonAt("/status", "up")
                        .named("the PDF service is up")
                        .tag("D42"));
    }
}
