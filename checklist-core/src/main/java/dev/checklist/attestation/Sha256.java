package dev.checklist.attestation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes bytes, in lower-case hexadecimal digits. */
final class Sha256 {
    /** What the first record of a chain has in place of a hash before it. */
    static final String NOTHING = "0".repeat(64);

    private Sha256() {}

    static String of(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
