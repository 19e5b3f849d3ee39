package dev.checklist.k8s.tls;

import static dev.checklist.k8s.tls.TestCertificates.issue;
import static dev.checklist.k8s.tls.TestCertificates.keys;
import static dev.checklist.k8s.tls.TestCertificates.pem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.k8s.tls.TestCertificates.Issued;
import dev.checklist.k8s.tls.TestCertificates.Wish;
import java.io.StringWriter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A private key belongs to a certificate when one verifies what the other signs, whatever the form it is written in. */
class PrivateKeyPemTest {
    private static final String OTHER = "the public key of tls.key is not that of the leaf of tls.crt";

    private static Issued certificate(String algorithm) {
        return issue(Wish.leaf("shop.test"), keys(algorithm), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "EC secp384r1", "EC secp521r1", "Ed25519"})
    void a_key_in_pkcs8_belongs_to_its_certificate_and_to_no_other(String algorithm) {
        Issued one = certificate(algorithm);
        Issued other = certificate(algorithm);
        assertThat(PrivateKeyPem.flaw(one.key(), one.certificate().getPublicKey()))
                .isEmpty();
        assertThat(PrivateKeyPem.flaw(other.key(), one.certificate().getPublicKey()))
                .contains(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "EC secp384r1", "EC secp521r1"})
    void a_key_in_the_older_form_belongs_to_its_certificate_and_to_no_other(String algorithm) {
        Issued one = certificate(algorithm);
        Issued other = certificate(algorithm);
        assertThat(one.olderKey()).startsWith("-----BEGIN " + algorithm.split(" ")[0] + " PRIVATE KEY-----");
        assertThat(PrivateKeyPem.flaw(one.olderKey(), one.certificate().getPublicKey()))
                .isEmpty();
        assertThat(PrivateKeyPem.flaw(other.olderKey(), one.certificate().getPublicKey()))
                .contains(OTHER);
    }

    @Test
    void the_parameters_that_openssl_writes_before_a_key_on_a_curve_are_passed_over() {
        Issued one = certificate("EC");
        String parameters = pem("EC PARAMETERS", new byte[] {0x06, 0x08, 0x2A, (byte) 0x86, 0x48});
        assertThat(PrivateKeyPem.flaw(
                        parameters + one.olderKey(), one.certificate().getPublicKey()))
                .isEmpty();
    }

    @Test
    void a_key_of_another_curve_size_or_algorithm_does_not_belong() {
        Issued leaf = certificate("EC");
        assertThat(PrivateKeyPem.flaw(
                        certificate("EC secp521r1").key(), leaf.certificate().getPublicKey()))
                .isPresent();
        assertThat(PrivateKeyPem.flaw(
                        certificate("EC secp521r1").olderKey(),
                        leaf.certificate().getPublicKey()))
                .isPresent();
        for (String algorithm : new String[] {"RSA", "Ed25519"}) {
            assertThat(PrivateKeyPem.flaw(
                            certificate(algorithm).key(), leaf.certificate().getPublicKey()))
                    .contains("tls.key is no private key of the kind that the leaf of tls.crt names, EC");
        }
        assertThat(PrivateKeyPem.flaw(
                        certificate("RSA").olderKey(), leaf.certificate().getPublicKey()))
                .contains("tls.key is no private key of the kind that the leaf of tls.crt names, EC");
    }

    @Test
    void an_encrypted_key_is_of_no_use_to_a_server() throws Exception {
        Issued leaf = certificate("RSA");
        String encrypted = "tls.key is encrypted, so no server can use it";
        BouncyCastleProvider provider = new BouncyCastleProvider();
        StringWriter newer = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(newer)) {
            writer.writeObject(new JcaPKCS8Generator(
                    leaf.keys().getPrivate(),
                    new JceOpenSSLPKCS8EncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                            .setProvider(provider)
                            .setPassword("x".toCharArray())
                            .build()));
        }
        StringWriter older = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(older)) {
            writer.writeObject(
                    leaf.keys().getPrivate(),
                    new JcePEMEncryptorBuilder("AES-128-CBC")
                            .setProvider(provider)
                            .build("x".toCharArray()));
        }
        assertThat(PrivateKeyPem.flaw(newer.toString(), leaf.certificate().getPublicKey()))
                .contains(encrypted);
        assertThat(PrivateKeyPem.flaw(older.toString(), leaf.certificate().getPublicKey()))
                .contains(encrypted);
    }

    @Test
    void a_text_without_one_key_is_refused() {
        Issued leaf = certificate("EC");
        assertThat(PrivateKeyPem.flaw("", leaf.certificate().getPublicKey()))
                .contains("tls.key holds no private key in PEM");
        assertThat(PrivateKeyPem.flaw(leaf.pem(), leaf.certificate().getPublicKey()))
                .contains("tls.key holds no private key in PEM");
        assertThat(PrivateKeyPem.flaw(
                        leaf.key() + leaf.key(), leaf.certificate().getPublicKey()))
                .contains("tls.key holds several private keys in PEM");
        assertThat(PrivateKeyPem.flaw(
                        leaf.key().replaceFirst("\n.", "\n*"),
                        leaf.certificate().getPublicKey()))
                .isPresent();
        assertThat(PrivateKeyPem.flaw(
                        pem("PRIVATE KEY", new byte[300]), leaf.certificate().getPublicKey()))
                .isPresent();
        assertThat(PrivateKeyPem.flaw(
                        pem("EC PRIVATE KEY", new byte[300]), leaf.certificate().getPublicKey()))
                .isPresent();
    }

    @Test
    void the_roots_of_the_runtime_are_read() throws Exception {
        assertThat(JdkRoots.read()).hasSizeGreaterThan(20);
    }
}
