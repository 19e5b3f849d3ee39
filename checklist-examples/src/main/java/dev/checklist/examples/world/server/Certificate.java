package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.checklist.examples.world.state.CertificateState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate for {@code 127.0.0.1} and the hosts of a state, made by the JDK's keytool.
 *
 * @param context what an HTTPS server needs
 * @param certificate the certificate, PEM
 * @param privateKey its key, PEM
 */
public record Certificate(SSLContext context, String certificate, String privateKey) {
    private static final String ALIAS = "site";
    private static final String PASSWORD_VARIABLE = "WORLD_STORE_PASSWORD";

    /**
     * Makes one of that state, in a folder that nobody else may read.
     *
     * @throws IOException if keytool does not run or fails
     * @throws GeneralSecurityException if its file cannot be read
     */
    public static Certificate create(Path folder, CertificateState state) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("site.p12");
        String password = Token.random();
        keytool(folder, state, file, password);
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new Certificate(
                context,
                pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()),
                pem("PRIVATE KEY", store.getKey(ALIAS, password.toCharArray()).getEncoded()));
    }

    private static void keytool(Path folder, CertificateState state, Path file, String password) throws IOException {
        Path output = folder.resolve("keytool.log");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        // A short-lived JVM starts faster without the optimising compiler.
        ProcessBuilder builder = new ProcessBuilder(
                        keytool,
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        String.valueOf(state.days()),
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:" + String.join(",dns:", state.hosts()),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:env",
                        PASSWORD_VARIABLE)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(keytool + " made no certificate: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a certificate", e);
        } finally {
            process.destroy();
        }
    }

    private static String pem(String label, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
