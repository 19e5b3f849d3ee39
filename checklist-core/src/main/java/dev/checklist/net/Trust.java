package dev.checklist.net;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Is whether a chain leads from a certificate to somebody we trust (RFC 5280 section 6), and if not, why not.
 *
 * @param problem why nobody would accept the certificate, as the end of a sentence; empty if all would
 * @param path the certificates that lead to the trusted one, the server's first; empty where there is a problem
 */
record Trust(Optional<String> problem, List<X509Certificate> path) {
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final String FAKE = "Kubernetes Ingress Controller Fake Certificate";

    /** Judges by the given time, so that every member of the path must be valid then. */
    static Trust of(Handshake handshake, String host, Anchors anchors, Instant now) {
        X509Certificate leaf = handshake.leaf();
        if (leaf.getSubjectX500Principal().getName().contains(FAKE)) {
            return not("the ingress controller shows its own fake certificate: the TLS secret of the host is missing,"
                    + " or does not fit");
        }
        Optional<String> dates = dates("the certificate", leaf, now);
        if (dates.isPresent()) {
            return not(dates.get());
        }
        if (!HostNames.cover(leaf, host)) {
            return not("the certificate is not for " + host + " but for "
                    + (HostNames.in(leaf).isEmpty() ? "no host" : String.join(", ", HostNames.in(leaf))));
        }
        if (!isForServers(leaf)) {
            return not("the certificate is not meant for servers (extended key usage)");
        }
        try {
            List<X509Certificate> path = path(handshake, anchors, now);
            return new Trust(Optional.empty(), path);
        } catch (GeneralSecurityException e) {
            return not(Untrusted.why(handshake.chain(), anchors, now, e));
        }
    }

    private static Trust not(String problem) {
        return new Trust(Optional.of(problem), List.of());
    }

    static Optional<String> dates(String what, X509Certificate certificate, Instant now) {
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of(
                    what + " is not valid before " + certificate.getNotBefore().toInstant());
        }
        return now.isAfter(certificate.getNotAfter().toInstant())
                ? Optional.of(what + " expired at " + certificate.getNotAfter().toInstant())
                : Optional.empty();
    }

    private static boolean isForServers(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes == null || purposes.contains(SERVER_AUTHENTICATION) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static List<X509Certificate> path(Handshake handshake, Anchors anchors, Instant now)
            throws GeneralSecurityException {
        if (anchors.has(handshake.leaf())) {
            return List.of(handshake.leaf());
        }
        if (anchors.all().isEmpty()) {
            throw new CertPathBuilderException("this machine trusts nobody");
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(handshake.leaf());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors.all(), target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(handshake.chain())));
        return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** Returns the moment at which the first member of the path expires. */
    Instant expiry() {
        return path.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
