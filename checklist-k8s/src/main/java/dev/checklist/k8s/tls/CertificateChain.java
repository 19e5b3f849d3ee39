package dev.checklist.k8s.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Is what a server would send: its own certificate, the leaf, then one that signed it, and so on.
 *
 * @param certificates in the order of the text, at least one
 */
record CertificateChain(List<X509Certificate> certificates) {
    private static final int KEY_CERT_SIGN = 5;

    /** Reads every certificate of a PEM text; none if there is none, or if one of them cannot be read. */
    static Optional<CertificateChain> in(String pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Pem block : Pem.in(pem)) {
            try {
                certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(block.der())));
            } catch (CertificateException e) {
                return Optional.empty();
            }
        }
        return certificates.isEmpty() ? Optional.empty() : Optional.of(new CertificateChain(List.copyOf(certificates)));
    }

    X509Certificate leaf() {
        return certificates.get(0);
    }

    /**
     * Follows the signatures from the leaf to a certificate that clients know or that signed itself.
     *
     * @param anchors what clients know already
     */
    Path path(Collection<X509Certificate> anchors) {
        List<X509Certificate> path = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            X509Certificate certificate = certificates.get(i);
            path.add(certificate);
            if (anchors.contains(certificate) || anchors.stream().anyMatch(anchor -> isSignedBy(certificate, anchor))) {
                return new Path(path, End.ANCHOR, "");
            }
            if (isSignedBy(certificate, certificate)) {
                return new Path(path, End.SELF_SIGNED, "");
            }
            if (i + 1 < certificates.size() && !isIssuedBy(certificate, certificates.get(i + 1), i)) {
                return new Path(path, End.BROKEN, "certificate " + (i + 2) + " did not sign certificate " + (i + 1));
            }
        }
        return path.size() > 1
                ? new Path(path, End.UNKNOWN_ROOT, "")
                : new Path(path, End.BROKEN, "the issuer of the leaf is not in it, and no root that clients know");
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer, int authoritiesBelow) {
        boolean[] usage = issuer.getKeyUsage();
        return issuer.getBasicConstraints() >= authoritiesBelow
                && (usage == null || usage[KEY_CERT_SIGN])
                && isSignedBy(certificate, issuer);
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Where the signatures lead. */
    enum End {
        ANCHOR,
        SELF_SIGNED,
        UNKNOWN_ROOT,
        BROKEN
    }

    /**
     * Is the way from the leaf upwards.
     *
     * @param certificates those that were followed; what stands behind them in the text is of no use to anybody
     * @param end where it leads
     * @param flaw why it is broken, empty if it is not
     * @param anchors what the anchors are, in words, empty for those that clients know
     */
    record Path(List<X509Certificate> certificates, End end, String flaw, String anchors) {
        private Path(List<X509Certificate> certificates, End end, String flaw) {
            this(List.copyOf(certificates), end, flaw, "");
        }

        Path relyingOn(String named) {
            return new Path(certificates, end, flaw, named);
        }

        /** Says who has to trust what, where not every client does. */
        Optional<String> warning() {
            return switch (end) {
                case ANCHOR ->
                    anchors.isEmpty()
                            ? Optional.empty()
                            : Optional.of("only clients that trust " + anchors + " accept it");
                case SELF_SIGNED ->
                    Optional.of("it is signed by a root of its own: only clients that trust it accept it");
                case UNKNOWN_ROOT -> Optional.of("its root is none that Java trusts: only clients that do accept it");
                case BROKEN -> Optional.empty();
            };
        }
    }
}
