package dev.checklist.net;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate made for a test, with its key, and what it can issue in turn. */
public record Issued(X509Certificate certificate, KeyPair keys, String name) {
    private static final AtomicLong SERIAL = new AtomicLong(1);

    /** What differs from certificate to certificate. */
    public record Wish(
            String subject,
            List<String> hosts,
            Instant from,
            Instant until,
            String algorithm,
            int bits,
            String signature,
            boolean isAuthority,
            KeyPurposeId purpose) {
        public static Wish leaf(String... hosts) {
            Instant now = Instant.now();
            return new Wish(
                    "CN=leaf",
                    List.of(hosts),
                    now.minus(Duration.ofDays(30)),
                    now.plus(Duration.ofDays(60)),
                    "EC",
                    256,
                    "",
                    false,
                    KeyPurposeId.id_kp_serverAuth);
        }

        public static Wish authority(String subject) {
            Instant now = Instant.now();
            return new Wish(
                    subject,
                    List.of(),
                    now.minus(Duration.ofDays(900)),
                    now.plus(Duration.ofDays(900)),
                    "EC",
                    256,
                    "",
                    true,
                    null);
        }

        public Wish subject(String other) {
            return new Wish(other, hosts, from, until, algorithm, bits, signature, isAuthority, purpose);
        }

        public Wish valid(Instant first, Instant last) {
            return new Wish(subject, hosts, first, last, algorithm, bits, signature, isAuthority, purpose);
        }

        public Wish key(String kind, int size) {
            return new Wish(subject, hosts, from, until, kind, size, signature, isAuthority, purpose);
        }

        Wish signedWith(String how) {
            return new Wish(subject, hosts, from, until, algorithm, bits, how, isAuthority, purpose);
        }

        Wish purpose(KeyPurposeId other) {
            return new Wish(subject, hosts, from, until, algorithm, bits, signature, isAuthority, other);
        }
    }

    public static Issued selfSigned(Wish wish) {
        return make(wish, null);
    }

    public static Issued root() {
        return selfSigned(Wish.authority("CN=Test Root"));
    }

    public Issued issue(Wish wish) {
        return make(wish, this);
    }

    private static Issued make(Wish wish, Issued issuer) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(wish.algorithm());
            generator.initialize(wish.bits());
            KeyPair keys = generator.generateKeyPair();
            KeyPair signing = issuer == null ? keys : issuer.keys();
            String signature = !wish.signature().isEmpty()
                    ? wish.signature()
                    : signing.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer == null ? wish.subject() : issuer.name()),
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(wish.from()),
                    Date.from(wish.until()),
                    new X500Name(wish.subject()),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wish.isAuthority()));
            if (wish.purpose() != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wish.purpose()));
            }
            if (!wish.hosts().isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(wish.hosts().stream()
                                .map(host -> new GeneralName(
                                        Host.isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                                .toArray(GeneralName[]::new)));
            }
            return new Issued(
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(signature).build(signing.getPrivate()))),
                    keys,
                    wish.subject());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key store that trusts this certificate. */
    KeyStore trusted() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Handshake shownWith(Issued... others) {
        return new Handshake("TLSv1.3", chain(others));
    }

    List<X509Certificate> chain(Issued... others) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        Arrays.stream(others).map(Issued::certificate).forEach(chain::add);
        return chain;
    }
}
