package dev.checklist.examples.settings;

import dev.checklist.net.NetChecks;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Is whom an installation trusts: its own authority, and no other, where a file names one. */
public final class Trust {
    private Trust() {}

    /** Makes an HTTP client that follows no redirect, and trusts nobody else. */
    public static HttpClient client(Optional<Path> pem) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5));
        pem.ifPresent(file -> client.sslContext(context(file)));
        return client.build();
    }

    /** Asks hosts and name servers, and trusts nobody else. */
    public static NetChecks net(Optional<Path> pem) {
        return pem.map(file -> NetChecks.create().trusting(authorities(file))).orElseGet(NetChecks::create);
    }

    private static SSLContext context(Path pem) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities(pem));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw refused(pem, e);
        }
    }

    private static KeyStore authorities(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException("the file is empty");
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw refused(pem, e);
        }
    }

    private static IllegalArgumentException refused(Path pem, Exception e) {
        return new IllegalArgumentException("the setting trust is " + pem + ": expected a file of PEM certificates", e);
    }
}
