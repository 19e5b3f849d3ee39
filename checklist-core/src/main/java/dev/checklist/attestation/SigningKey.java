package dev.checklist.attestation;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs records in the name of one person, by Ed25519 (RFC 8032).
 *
 * @param name the name that the signers' file has for the key
 * @param key the private key
 */
record SigningKey(String name, PrivateKey key) {
    static final String ALGORITHM = "Ed25519";

    SigningKey {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("the signer's name is blank: give the one of the signers' file");
        }
        if (key == null
                || !(key.getAlgorithm().equals(ALGORITHM) || key.getAlgorithm().equals("EdDSA"))) {
            throw new IllegalArgumentException(
                    "key is " + (key == null ? "null" : "one for " + key.getAlgorithm()) + ": give an Ed25519 key");
        }
    }

    /** Returns the signature in Base64. */
    String sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key of " + name + " cannot sign: give an Ed25519 key", e);
        }
    }

    @Override
    public String toString() {
        return "the key of " + name;
    }
}
