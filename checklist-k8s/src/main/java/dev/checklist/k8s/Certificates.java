package dev.checklist.k8s;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** Refuses authorities of servers that hold no certificate. */
final class Certificates {
    private Certificates() {}

    static void mustBeIn(String what, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            mustBeIn(what, in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    what + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    static void mustBeIn(String what, String base64) {
        byte[] pem;
        try {
            pem = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw refused(what);
        }
        mustBeIn(what, new ByteArrayInputStream(pem));
    }

    private static void mustBeIn(String what, InputStream pem) {
        try {
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .isEmpty()) {
                throw refused(what);
            }
        } catch (CertificateException e) {
            throw refused(what);
        }
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException(what + " holds no certificate: expected PEM");
    }
}
