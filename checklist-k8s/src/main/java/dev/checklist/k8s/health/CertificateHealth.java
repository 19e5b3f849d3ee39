package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.FALSE;

import dev.checklist.k8s.health.Conditions.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rule for cert-manager Certificates: Ready for this generation, and not expired. Ready is asked before Issuing,
 * since each renewal of a good certificate sets Issuing; a renewal that fails leaves Ready until the old certificate
 * expires, and is a note. That the Secret holds it does not prove that anything serves it.
 */
public final class CertificateHealth {

    private CertificateHealth() {}

    /**
     * Judges the Certificate.
     *
     * @param certificate the object as read
     * @param now the time of the observation
     * @return the verdict, with notes about renewals that fail or are overdue
     */
    public static Health of(ResourceView certificate, Instant now) {
        return certificate
                .terminating(now)
                .or(() -> certificate.stale("Ready"))
                .or(certificate::standard)
                .orElseGet(() -> byConditions(certificate, now));
    }

    /**
     * Judges the Certificate and whether it stays valid, by {@code status.notAfter}.
     *
     * @param certificate the object as read
     * @param atLeast how long from now
     * @param now the time of the observation
     * @return the verdict; unknown where the controller wrote no time that can be read
     */
    public static Health validFor(ResourceView certificate, Duration atLeast, Instant now) {
        Health health = of(certificate, now);
        if (!health.isHealthy()) {
            return health;
        }
        Facts facts = certificate.facts();
        Optional<Instant> notAfter = Times.instant(certificate.textOrEmpty("/status/notAfter"));
        if (notAfter.isEmpty()) {
            return facts.unknown("status.notAfter is missing or no time");
        }
        return notAfter.get().isBefore(now.plus(atLeast))
                ? facts.failed("it expires at " + notAfter.get() + ", before " + now.plus(atLeast))
                : facts.healthy("Ready, valid until " + notAfter.get());
    }

    private static Health byConditions(ResourceView certificate, Instant now) {
        Facts facts = certificate.facts();
        Conditions conditions = certificate.conditions();
        if (conditions.holds("Ready")) {
            return ready(certificate, now);
        }
        Optional<Condition> issuing = conditions.ifTrue("Issuing");
        if (issuing.isPresent()) {
            return facts.progressing(issuing.get().quoted());
        }
        return conditions
                .with("Ready", FALSE)
                .map(ready -> facts.failed(ready.quoted()))
                .orElseGet(() -> facts.progressing("Ready is not reported yet"));
    }

    private static Health ready(ResourceView certificate, Instant now) {
        Facts facts = certificate.facts();
        Optional<String> end = certificate.text("/status/notAfter");
        Optional<String> start = certificate.text("/status/notBefore");
        Optional<Instant> notAfter = end.flatMap(Times::instant);
        Optional<Instant> notBefore = start.flatMap(Times::instant);
        if (end.isPresent() != notAfter.isPresent() || start.isPresent() != notBefore.isPresent()) {
            return facts.unknown("status.notBefore or status.notAfter is no time");
        }
        if (notAfter.filter(time -> !time.isAfter(now)).isPresent()) {
            return facts.failed("Ready, but it expired at " + notAfter.get());
        }
        if (notBefore.filter(now::isBefore).isPresent()) {
            return facts.progressing("Ready, but not valid before " + notBefore.get());
        }
        long failures = certificate.counter("/status/failedIssuanceAttempts");
        String lastFailure = certificate.textOrEmpty("/status/lastFailureTime");
        if (failures > 0 || !lastFailure.isEmpty()) {
            facts.note("its renewal fails: " + failures + " failed attempts"
                    + (lastFailure.isEmpty() ? "" : ", the last at " + lastFailure));
        }
        Times.instant(certificate.textOrEmpty("/status/renewalTime"))
                .filter(renewal -> renewal.isBefore(now))
                .ifPresent(renewal -> facts.note("its renewal was due at " + renewal));
        return facts.healthy(
                "Ready" + notAfter.map(time -> ", valid until " + time).orElse(""));
    }
}
