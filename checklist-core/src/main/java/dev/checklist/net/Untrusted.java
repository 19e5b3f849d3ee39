package dev.checklist.net;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says in words why no path leads from a certificate to a trusted one. */
final class Untrusted {
    private static final int LONGEST_CHAIN = 20;

    private Untrusted() {}

    static String why(List<X509Certificate> chain, Anchors anchors, Instant now, Exception failure) {
        X509Certificate top = top(chain);
        if (top.getIssuerX500Principal().getName().contains("(STAGING)")
                || chain.get(0).getIssuerX500Principal().getName().contains("(STAGING)")) {
            return "the certificate comes from a staging issuer, which browsers do not trust: "
                    + chain.get(0).getIssuerX500Principal().getName();
        }
        if (isSelfSigned(chain.get(0))) {
            return "the certificate is self-signed";
        }
        for (X509Certificate member : chain.subList(1, chain.size())) {
            Optional<String> dates = Trust.dates(
                    "the certificate of " + member.getSubjectX500Principal().getName(), member, now);
            if (dates.isPresent()) {
                return dates.get();
            }
        }
        if (anchors.has(top) || anchors.hasIssuerOf(top)) {
            return "the chain is not valid: " + deepest(failure);
        }
        return isSelfSigned(top)
                ? "nobody here trusts the authority "
                        + top.getSubjectX500Principal().getName()
                : "the chain is incomplete, or its authority is not trusted: the certificate of "
                        + top.getIssuerX500Principal().getName() + " is missing";
    }

    /** Follows the issuers from the server's own certificate, in whatever order they were sent. */
    private static X509Certificate top(List<X509Certificate> chain) {
        X509Certificate top = chain.get(0);
        for (int i = 0; i < LONGEST_CHAIN && !isSelfSigned(top); i++) {
            X509Certificate below = top;
            Optional<X509Certificate> issuer = chain.stream()
                    .filter(one -> one.getSubjectX500Principal().equals(below.getIssuerX500Principal()))
                    .findFirst();
            if (issuer.isEmpty()) {
                return top;
            }
            top = issuer.get();
        }
        return top;
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static String deepest(Throwable failure) {
        Throwable root = failure;
        for (int i = 0; i < LONGEST_CHAIN && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
