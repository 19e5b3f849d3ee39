package dev.checklist.s3;

import java.util.Set;

/**
 * Tells whether bytes begin with an OpenPGP packet that holds a session key (RFC 4880, 5.1 and 5.3), as an encrypted
 * message does; several fields must agree, since the first byte alone is common.
 */
final class OpenPgp {
    private static final int PUBLIC_KEY = 1;
    private static final int PASSPHRASE = 3;
    private static final Set<Integer> RSA = Set.of(1, 2);
    private static final Set<Integer> KEY_ALGORITHMS = Set.of(1, 2, 16, 18);
    private static final Set<Integer> CIPHERS = Set.of(1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13);
    private static final Set<Integer> SPECIFIERS = Set.of(0, 1, 3);
    private static final Set<Integer> HASHES = Set.of(1, 2, 3, 8, 9, 10, 11);

    private OpenPgp() {}

    static boolean begins(byte[] bytes) {
        if (bytes.length < 20 || at(bytes, 0) < 0x80) {
            return false;
        }
        boolean isNew = (at(bytes, 0) & 0x40) != 0;
        int tag = isNew ? at(bytes, 0) & 0x3f : at(bytes, 0) >> 2 & 0xf;
        int body;
        int length;
        if (isNew ? at(bytes, 1) < 192 : (at(bytes, 0) & 3) == 0) {
            body = 2;
            length = at(bytes, 1);
        } else if (isNew && at(bytes, 1) < 224) {
            body = 3;
            length = (at(bytes, 1) - 192 << 8) + at(bytes, 2) + 192;
        } else if (!isNew && (at(bytes, 0) & 3) == 1) {
            body = 3;
            length = at(bytes, 1) << 8 | at(bytes, 2);
        } else {
            return false; // a key packet is never that long
        }
        return tag == PUBLIC_KEY
                ? isForPublicKey(bytes, body, length)
                : tag == PASSPHRASE && isForPassphrase(bytes, body, length);
    }

    /** Version 3, eight bytes of key id, algorithm; of RSA one number that fills the rest. */
    private static boolean isForPublicKey(byte[] bytes, int body, int length) {
        int algorithm = at(bytes, body + 9);
        int bits = at(bytes, body + 10) << 8 | at(bytes, body + 11);
        return at(bytes, body) == 3
                && KEY_ALGORITHMS.contains(algorithm)
                && (!RSA.contains(algorithm) || (bits + 7) / 8 == length - 12)
                && length > 12
                && length < 2200;
    }

    /** Version 4, cipher, how the passphrase becomes a key, hash. */
    private static boolean isForPassphrase(byte[] bytes, int body, int length) {
        return at(bytes, body) == 4
                && CIPHERS.contains(at(bytes, body + 1))
                && SPECIFIERS.contains(at(bytes, body + 2))
                && HASHES.contains(at(bytes, body + 3))
                && length >= 4
                && length < 100;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
