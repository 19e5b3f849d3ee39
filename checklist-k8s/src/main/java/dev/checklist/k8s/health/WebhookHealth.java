package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ServiceReference;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule for admission webhooks: the API server can call it, since it has the authority's certificate and the service
 * has a ready endpoint. Before both, an operator accepts nothing.
 */
public final class WebhookHealth {

    private static final int HTTPS = 443;
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private WebhookHealth() {}

    /**
     * Returns the service that a webhook calls.
     *
     * @param client the webhook's {@code clientConfig}, or null if it has none
     * @return the service; empty for a webhook that calls a URL
     */
    public static Optional<ServiceReference> service(@Nullable WebhookClientConfig client) {
        return Optional.ofNullable(client)
                .map(WebhookClientConfig::getService)
                .filter(service -> service.getName() != null && service.getNamespace() != null);
    }

    /**
     * Judges one webhook.
     *
     * @param name the webhook's name
     * @param client its {@code clientConfig}, which calls a service
     * @param service the service as read
     * @param slices any EndpointSlices of the service's namespace
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(
            String name, WebhookClientConfig client, Service service, Collection<EndpointSlice> slices, Instant now) {
        Facts facts = new Facts();
        if (service(client).isEmpty()) {
            return facts.unknown("the webhook " + name + " calls no service");
        }
        boolean hasAuthority = hasCertificate(client.getCaBundle());
        facts.see(name + " caBundle", hasAuthority ? "a certificate" : "no certificate");
        if (!hasAuthority) {
            return facts.progressing("the webhook " + name + " has no caBundle yet: nobody injected one");
        }
        int port = service(client).map(ServiceReference::getPort).orElse(HTTPS);
        boolean offers = service.getSpec() != null
                && Absent.list(service.getSpec().getPorts()).stream()
                        .anyMatch(offered -> Objects.equals(offered.getPort(), port));
        facts.see(name + " port", port);
        if (!offers) {
            return facts.failed("the webhook " + name + " calls port " + port + ", which its service does not have");
        }
        Health backends = ServiceBackendsHealth.of(service, slices, now);
        return facts.verdict(backends.state(), "the webhook " + name + ": " + backends.reason());
    }

    /**
     * Judges a configuration by its webhooks.
     *
     * @param webhooks the verdicts on them
     * @return the first that is not healthy; one without webhooks admits everything and proves nothing
     */
    public static Health all(List<Health> webhooks) {
        return webhooks.stream()
                .filter(health -> !health.isHealthy())
                .findFirst()
                .orElseGet(() -> webhooks.isEmpty()
                        ? new Facts().progressing("it has no webhook")
                        : webhooks.get(webhooks.size() - 1));
    }

    private static boolean hasCertificate(@Nullable String caBundle) {
        try {
            byte[] bundle = Base64.getDecoder().decode(Absent.text(caBundle));
            return new String(bundle, StandardCharsets.UTF_8).contains(CERTIFICATE);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
