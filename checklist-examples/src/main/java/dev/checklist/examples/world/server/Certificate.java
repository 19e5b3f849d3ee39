package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.checklist.examples.world.state.CertificateState;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed certificate for {@code 127.0.0.1} and the hosts of a state.
 *
 * @param context what an HTTPS server needs
 * @param certificate the certificate, PEM
 * @param privateKey its key, PEM
 */
public record Certificate(SSLContext context, String certificate, String privateKey) {
    private static final X500Principal NAME = new X500Principal("CN=localhost");

    /**
     * Makes one of that state, from now on.
     *
     * @throws IOException if a name in it cannot be written
     * @throws GeneralSecurityException if this JDK knows neither the curve nor the signature
     */
    public static Certificate create(CertificateState state) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        X509Certificate certificate = signed(keys, state);
        return new Certificate(
                context(keys, certificate),
                pem("CERTIFICATE", certificate.getEncoded()),
                pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    private static X509Certificate signed(KeyPair keys, CertificateState state)
            throws IOException, GeneralSecurityException {
        Instant now = Instant.now();
        GeneralName[] names = Stream.concat(
                        Stream.of(new GeneralName(GeneralName.iPAddress, "127.0.0.1")),
                        state.hosts().stream().map(host -> new GeneralName(GeneralName.dNSName, host)))
                .toArray(GeneralName[]::new);
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    NAME,
                                    BigInteger.valueOf(now.toEpochMilli()),
                                    Date.from(now),
                                    Date.from(now.plus(Duration.ofDays(state.days()))),
                                    NAME,
                                    keys.getPublic())
                            .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate cannot be signed: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(KeyPair keys, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        char[] unused = new char[0]; // the store is never written
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("site", keys.getPrivate(), unused, new X509Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, unused);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(String label, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
