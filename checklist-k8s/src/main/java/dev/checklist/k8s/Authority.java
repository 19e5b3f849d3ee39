package dev.checklist.k8s;

import io.fabric8.kubernetes.client.Config;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is who vouches for a server: its address and the one certificate that its own must come from. Both together say which
 * cluster it is where its uid may not be read.
 *
 * @param server the address, as {@link #address} writes it
 * @param sha256 the fingerprint of the certificate, 64 hexadecimal digits
 */
record Authority(String server, String sha256) {

    static Authority of(@Nullable URI server, @Nullable String sha256) {
        if (server == null || !"https".equalsIgnoreCase(server.getScheme()) || server.getHost() == null) {
            throw new IllegalArgumentException(
                    "the server of the cluster is " + server + ": expected an https URL such as https://k8s.example");
        }
        String digits = sha256 == null ? "" : sha256.replace(":", "").strip().toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the SHA-256 of the authority is "
                    + (sha256 == null ? "null" : "\"" + sha256 + "\"")
                    + ": expected 64 hexadecimal digits, as openssl x509 -fingerprint -sha256 prints them");
        }
        return new Authority(address(server), digits);
    }

    /** Finds whom a client trusts; nothing if it trusts anybody, several, or whomever the platform trusts. */
    static Optional<Authority> trustedBy(Config config) {
        URI server = URI.create(config.getMasterUrl());
        if (!"https".equalsIgnoreCase(server.getScheme())
                || server.getHost() == null
                || config.isTrustCerts()
                || config.isDisableHostnameVerification()) {
            return Optional.empty();
        }
        try {
            Collection<? extends Certificate> trusted =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem(config)));
            return trusted.size() == 1
                    ? Optional.of(new Authority(
                            address(server), fingerprint(trusted.iterator().next())))
                    : Optional.empty();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return Optional.empty(); // what cannot be read proves nothing
        }
    }

    private static byte[] pem(Config config) throws IOException {
        String data = config.getCaCertData();
        if (data != null && !data.isBlank()) {
            return data.contains("BEGIN CERTIFICATE")
                    ? data.getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(data);
        }
        String file = config.getCaCertFile();
        return file == null || file.isBlank() ? new byte[0] : Files.readAllBytes(Path.of(file));
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private static String address(URI server) {
        String path = server.getPath() == null ? "" : server.getPath().replaceFirst("/+$", "");
        return "https://" + server.getHost().toLowerCase(Locale.ROOT) + ":"
                + (server.getPort() < 0 ? 443 : server.getPort()) + path;
    }

    @Override
    public String toString() {
        return server + " with the authority " + sha256.substring(0, 16) + "…";
    }
}
