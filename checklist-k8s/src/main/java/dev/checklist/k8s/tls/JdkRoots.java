package dev.checklist.k8s.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Reads the certificates that this Java runtime trusts. */
public final class JdkRoots {
    private JdkRoots() {}

    /**
     * Reads them.
     *
     * @throws GeneralSecurityException if the runtime's store cannot be read
     */
    public static List<X509Certificate> read() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        @Nullable KeyStore ofTheRuntime = null;
        factory.init(ofTheRuntime);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }
}
