package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.CertificateHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.HealthRule;
import dev.checklist.k8s.health.ResourceView;
import java.time.Duration;
import java.time.Instant;

/**
 * Has the checks of one Certificate of cert-manager. That the Secret holds a certificate does not prove that anything
 * serves it: ask the host too.
 */
public final class CertificateChecks {
    private final Place place;

    CertificateChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when the condition Ready is True for this generation and {@code status.notAfter}, if it is there, has not
     * come. A renewal that fails, or is overdue, is a warning: the old certificate still works.
     */
    public Check isReady() {
        return place.check(
                CustomKinds.CERTIFICATE,
                "is ready",
                "is ready",
                new JudgedByRule(place, CustomKinds.CERTIFICATE, "a ready certificate", CertificateHealth::of));
    }

    /**
     * Passes when it is ready and stays valid so long, by {@code status.notAfter}; without that field it is an ERROR.
     *
     * @param atLeast from now, longer than zero; a certificate of 90 days is renewed when 30 are left
     */
    public Check isValidFor(Duration atLeast) {
        Duration wanted = Amounts.positive("validity", atLeast);
        return place.check(
                CustomKinds.CERTIFICATE,
                "is valid for long enough",
                "is valid for " + wanted,
                new JudgedByRule(
                        place, CustomKinds.CERTIFICATE, "a certificate valid for " + wanted, new ValidFor(wanted)));
    }

    /** Is a value, as probes have to be. */
    private record ValidFor(Duration atLeast) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return CertificateHealth.validFor(object, atLeast, now);
        }
    }
}
