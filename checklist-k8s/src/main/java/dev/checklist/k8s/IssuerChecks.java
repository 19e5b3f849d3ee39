package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.IssuerHealth;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** Has the checks of one Issuer or ClusterIssuer of cert-manager. */
public final class IssuerChecks {
    private final Place place;
    private final ResourceType<GenericKubernetesResource> type;

    IssuerChecks(Place place, ResourceType<GenericKubernetesResource> type) {
        this.place = place;
        this.type = type;
    }

    /** Passes when the condition Ready is True for this generation. */
    public Check isReady() {
        return place.check(
                type, "is ready", "is ready", new JudgedByRule(place, type, "a ready issuer", IssuerHealth::of));
    }
}
