package dev.checklist.k8s.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Makes certificates and keys, so that none has to lie in the repository. */
public final class TestCertificates {
    /** The clock of a test starts here. */
    public static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private TestCertificates() {}

    /** A certificate with its key; the issuer signs others with it. */
    public record Issued(X509Certificate certificate, KeyPair keys) {
        public String pem() {
            return TestCertificates.pem("CERTIFICATE", encoded(certificate));
        }

        /** The key in PKCS#8. */
        public String key() {
            return TestCertificates.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        }

        /** The key in the older form of its algorithm: PKCS#1 or SEC 1. */
        String olderKey() {
            try {
                byte[] inner = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded())
                        .parsePrivateKey()
                        .toASN1Primitive()
                        .getEncoded();
                return TestCertificates.pem(keys.getPrivate().getAlgorithm() + " PRIVATE KEY", inner);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a certificate says; every test changes one thing of a good one. */
    record Wish(String subject, Instant from, Instant until, boolean isAuthority, List<String> hosts, String use) {
        static Wish authority(String subject) {
            return new Wish(subject, NOW.minus(days(30)), NOW.plus(days(3650)), true, List.of(), "");
        }

        static Wish leaf(String... hosts) {
            return new Wish("CN=leaf", NOW.minus(days(1)), NOW.plus(days(90)), false, List.of(hosts), "");
        }

        Wish from(Instant other) {
            return new Wish(subject, other, until, isAuthority, hosts, use);
        }

        Wish until(Instant other) {
            return new Wish(subject, from, other, isAuthority, hosts, use);
        }

        Wish use(String other) {
            return new Wish(subject, from, until, isAuthority, hosts, other);
        }

        Wish named(String other) {
            return new Wish(other, from, until, isAuthority, hosts, use);
        }

        Wish authority(boolean is) {
            return new Wish(subject, from, until, is, hosts, use);
        }
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    /** A self-signed certificate for the host that is valid ten years before and after. */
    public static Issued selfSigned(String host) {
        return issue(Wish.leaf(host).from(NOW.minus(days(3650))).until(NOW.plus(days(3650))), keys("EC"), null);
    }

    /** Makes a certificate, signed by the issuer or by itself. */
    static Issued issue(Wish wish, KeyPair keys, Issued issuer) {
        X500Principal subject = new X500Principal(wish.subject());
        X500Principal by = issuer == null ? subject : issuer.certificate().getSubjectX500Principal();
        PrivateKey signer = issuer == null ? keys.getPrivate() : issuer.keys().getPrivate();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    by,
                    BigInteger.valueOf(4711),
                    Date.from(wish.from()),
                    Date.from(wish.until()),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wish.isAuthority()));
            if (!wish.hosts().isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(wish.hosts()));
            }
            if (!wish.use().isEmpty()) {
                KeyPurposeId purpose =
                        wish.use().equals("client") ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth;
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            String algorithm = switch (signer.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> "Ed25519";
            };
            return new Issued(
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer))),
                    keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(
                        host.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.split(" ")[0]);
            if (algorithm.startsWith("EC")) {
                generator.initialize(new ECGenParameterSpec(
                        algorithm.equals("EC") ? "secp256r1" : algorithm.split(" ")[1]));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String label, byte[] der) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, der));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String chain(Issued... certificates) {
        return Stream.of(certificates).map(Issued::pem).reduce("", String::concat);
    }

    static List<X509Certificate> roots(Issued... roots) {
        return Arrays.stream(roots).map(Issued::certificate).toList();
    }
}
