package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.FALSE;

import java.time.Instant;

/** The rule for cert-manager Issuers and ClusterIssuers: Ready for this generation. */
public final class IssuerHealth {

    private IssuerHealth() {}

    /**
     * Judges the Issuer.
     *
     * @param issuer the object as read
     * @param now the time of the observation
     * @return the verdict; failed as soon as Ready is False
     */
    public static Health of(ResourceView issuer, Instant now) {
        return issuer.terminating(now)
                .or(() -> issuer.stale("Ready"))
                .or(issuer::standard)
                .orElseGet(() -> {
                    Facts facts = issuer.facts();
                    Conditions conditions = issuer.conditions();
                    return conditions.holds("Ready")
                            ? facts.healthy("Ready")
                            : conditions
                                    .with("Ready", FALSE)
                                    .map(ready -> facts.failed(ready.quoted()))
                                    .orElseGet(() -> facts.progressing("Ready is not reported yet"));
                });
    }
}
