package dev.checklist.k8s.tls;

import dev.checklist.Outcome;
import dev.checklist.k8s.tls.CertificateChain.End;
import dev.checklist.k8s.tls.CertificateChain.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Is what a Secret of type {@code kubernetes.io/tls} offers a server.
 *
 * @param certificates the text of {@code tls.crt}
 * @param key the text of {@code tls.key}, which no outcome shows
 * @param authority the text of {@code ca.crt}, empty where there is none
 */
public record ServerCertificate(String certificates, String key, String authority) {
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USE = "2.5.29.37.0";

    /**
     * Passes when the leaf covers the hosts, it and what signed it are valid now and that long, the chain is complete,
     * and the key is the leaf's.
     *
     * @param roots the certificates that clients trust
     */
    public Outcome judge(Collection<String> hosts, Duration left, Instant now, Collection<X509Certificate> roots) {
        CertificateChain chain = CertificateChain.in(certificates).orElse(null);
        if (chain == null) {
            return Outcome.failed("expected certificates in PEM under tls.crt but found none, or other things too");
        }
        Path path = path(chain, roots);
        Instant end = path.certificates().stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<String> flaws = new ArrayList<>();
        uncovered(chain.leaf(), hosts).ifPresent(flaws::add);
        flaws.addAll(Validity.flaws(path.certificates(), now, now.plus(left)));
        if (path.end() == End.BROKEN) {
            flaws.add("the chain is not complete: " + path.flaw());
        }
        use(chain.leaf()).ifPresent(flaws::add);
        PrivateKeyPem.flaw(key, chain.leaf().getPublicKey()).ifPresent(flaws::add);
        String expected = "a certificate for " + String.join(", ", hosts) + " valid until " + now.plus(left);
        return flaws.isEmpty()
                ? passed(hosts, path, end)
                : Outcome.failed("expected " + expected + " but " + String.join("; ", flaws))
                        .with("not after", end);
    }

    private Path path(CertificateChain chain, Collection<X509Certificate> roots) {
        Path path = chain.path(roots);
        List<X509Certificate> own = CertificateChain.in(authority)
                .map(CertificateChain::certificates)
                .orElse(List.of());
        return path.end() == End.ANCHOR ? path : chain.path(own).relyingOn(own.isEmpty() ? "" : "ca.crt");
    }

    private static Outcome passed(Collection<String> hosts, Path path, Instant end) {
        X509Certificate leaf = path.certificates().get(0);
        Outcome outcome = Outcome.passed("valid for " + String.join(", ", hosts) + " until " + end
                        + ", with a complete chain and the key of its leaf")
                .with("not after", end)
                .with("issuer", leaf.getIssuerX500Principal().getName())
                .with("serial number", leaf.getSerialNumber().toString(16));
        return path.warning().map(outcome::warning).orElse(outcome);
    }

    private static Optional<String> uncovered(X509Certificate leaf, Collection<String> hosts) {
        List<String> uncovered = HostNames.uncovered(leaf, hosts);
        return uncovered.isEmpty()
                ? Optional.empty()
                : Optional.of("no subject alternative name of its leaf covers " + String.join(", ", uncovered));
    }

    /** A certificate that names its uses must name this one; and what stands in for a certificate is none. */
    private static Optional<String> use(X509Certificate leaf) {
        String issuer = leaf.getIssuerX500Principal().getName();
        if (issuer.contains("(STAGING)") || issuer.contains("Fake Certificate") || issuer.contains("DEFAULT CERT")) {
            return Optional.of("its issuer makes certificates for tests only: " + issuer);
        }
        try {
            List<String> uses = leaf.getExtendedKeyUsage();
            return uses == null || uses.contains(SERVER_AUTH) || uses.contains(ANY_USE)
                    ? Optional.empty()
                    : Optional.of("its leaf is not for servers (extended key usage)");
        } catch (CertificateParsingException e) {
            return Optional.of("the extended key usage of its leaf cannot be read");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
