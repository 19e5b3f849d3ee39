package dev.checklist.k8s.health;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Is what a server's own certificate says of itself: the names in its subjectAltName, and how long it is valid.
 *
 * @param names DNS names, in lower case; a common name does not count
 * @param from when it becomes valid
 * @param until when it ends
 */
record LeafCertificate(Set<String> names, Instant from, Instant until) {
    private static final int DNS = 2;

    /** Reads the first certificate of a chain in PEM, itself in Base64 as Secrets hold it; nothing if there is none. */
    static Optional<LeafCertificate> of(@Nullable String base64) {
        if (base64 == null) {
            return Optional.empty();
        }
        try {
            byte[] pem = Base64.getDecoder().decode(base64);
            Collection<?> chain =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            return chain.isEmpty()
                    ? Optional.empty()
                    : Optional.of(of((X509Certificate) chain.iterator().next()));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static LeafCertificate of(X509Certificate leaf) throws CertificateException {
        Set<String> names = new TreeSet<>();
        Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
        if (alternatives != null) {
            for (List<?> name : alternatives) {
                if (Integer.valueOf(DNS).equals(name.get(0)) && name.get(1) instanceof String dns) {
                    names.add(dns.toLowerCase(Locale.ROOT));
                }
            }
        }
        return new LeafCertificate(
                names, leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant());
    }

    /** Says why it is not good for these hosts now. */
    Optional<String> fault(Set<String> hosts, Instant now) {
        Set<String> missing = new TreeSet<>(hosts);
        missing.removeIf(host -> names.stream().anyMatch(name -> covers(name, host)));
        if (!missing.isEmpty()) {
            return Optional.of("is not for " + String.join(", ", missing) + " but for "
                    + (names.isEmpty() ? "no name" : String.join(", ", names)));
        }
        if (now.isBefore(from)) {
            return Optional.of("is valid from " + from + " only");
        }
        return now.isAfter(until) ? Optional.of("has expired, on " + until) : Optional.empty();
    }

    /** Tells whether a name is for a host; a wildcard stands for the one left-most label. */
    static boolean covers(String name, String host) {
        if (name.equals(host)) {
            return true;
        }
        int dot = host.indexOf('.');
        return name.startsWith("*.") && dot > 0 && name.substring(1).equals(host.substring(dot));
    }

    @Override
    public String toString() {
        return "certificate for " + String.join(", ", names) + " until " + until;
    }
}
