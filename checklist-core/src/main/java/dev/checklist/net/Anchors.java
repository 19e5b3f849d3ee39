package dev.checklist.net;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Is whom we trust to issue certificates. */
record Anchors(Set<TrustAnchor> all) {

    static Anchors ofThisMachine() {
        return of((KeyStore) null, "the trusted authorities of this machine");
    }

    static Anchors of(@Nullable KeyStore authorities) {
        if (authorities == null) {
            throw new IllegalArgumentException("authorities is null: give a key store with certificates");
        }
        Anchors anchors = of(authorities, "authorities");
        if (anchors.all.isEmpty()) {
            throw new IllegalArgumentException("authorities has no certificate entry: nobody would be trusted");
        }
        return anchors;
    }

    private static Anchors of(@Nullable KeyStore store, String argument) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return new Anchors(Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(argument + " cannot be read: " + e.getMessage(), e);
        }
    }

    boolean has(X509Certificate certificate) {
        return all.stream().anyMatch(anchor -> certificate.equals(anchor.getTrustedCert()));
    }

    /** Tells whether somebody of that name is trusted. */
    boolean hasIssuerOf(X509Certificate certificate) {
        return all.stream()
                .anyMatch(anchor ->
                        anchor.getTrustedCert().getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
    }
}
