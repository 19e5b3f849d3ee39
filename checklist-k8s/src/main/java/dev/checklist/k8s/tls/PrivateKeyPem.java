package dev.checklist.k8s.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** Compares a private key with the public key of a certificate: what the one signs, the other verifies. */
final class PrivateKeyPem {
    private static final byte[] MESSAGE = {'c', 'h', 'e', 'c', 'k', 'l', 'i', 's', 't'};

    private PrivateKeyPem() {}

    /** Says why the key does not belong to the certificate, without a word of it; empty if it does. */
    static Optional<String> flaw(String pem, PublicKey certified) {
        List<Pem> keys = Pem.in(pem).stream()
                .filter(block -> block.label().endsWith("PRIVATE KEY"))
                .toList();
        if (keys.size() != 1) {
            return Optional.of(
                    "tls.key holds " + (keys.isEmpty() ? "no private key" : "several private keys") + " in PEM");
        }
        Pem key = keys.get(0);
        if (key.label().startsWith("ENCRYPTED") || pem.contains("Proc-Type: 4,ENCRYPTED")) {
            return Optional.of("tls.key is encrypted, so no server can use it");
        }
        PrivateKey secret;
        try {
            secret = KeyFactory.getInstance(certified.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8(key, certified)));
        } catch (GeneralSecurityException e) {
            return Optional.of("tls.key is no private key of the kind that the leaf of tls.crt names, "
                    + certified.getAlgorithm());
        }
        return belongs(secret, certified)
                ? Optional.empty()
                : Optional.of("the public key of tls.key is not that of the leaf of tls.crt");
    }

    private static boolean belongs(PrivateKey key, PublicKey certified) {
        try {
            Signature signing = Signature.getInstance(algorithm(certified));
            signing.initSign(key);
            signing.update(MESSAGE);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm(certified));
            verifying.initVerify(certified);
            verifying.update(MESSAGE);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            // Keys of another size or curve are refused so; whatever keeps it from verifying, it does not belong
            return false;
        }
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    /** Wraps the older forms, PKCS#1 of RSA and SEC 1 of EC, with the algorithm that the certificate names. */
    private static byte[] pkcs8(Pem key, PublicKey certified) throws GeneralSecurityException {
        if (key.label().equals("PRIVATE KEY")) {
            return key.der();
        }
        if (!key.label().equals(certified.getAlgorithm() + " PRIVATE KEY")) {
            throw new InvalidKeyException("another kind of key");
        }
        return Der.of(Der.SEQUENCE, Der.ZERO, Der.firstOf(certified.getEncoded()), Der.of(Der.OCTETS, key.der()));
    }
}
