package dev.checklist.jdbc;

import dev.checklist.net.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** The certificate of a database on this machine and its key, made for this test run, as files. */
record Certificates(Path certificate, Path key) {
    static Certificates in(Path directory) throws IOException {
        Issued leaf = Issued.root()
                .issue(Issued.Wish.leaf("127.0.0.1").subject("CN=database").key("RSA", 2048));
        try {
            Path certificate = directory.resolve("server.crt");
            Files.writeString(certificate, pem("CERTIFICATE", leaf.certificate().getEncoded()));
            Path key = directory.resolve("server.key");
            Files.writeString(key, pem("PRIVATE KEY", leaf.keys().getPrivate().getEncoded()));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            return new Certificates(certificate, key);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
