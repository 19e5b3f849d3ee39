package dev.checklist.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compares content with its digest, which is what makes an image the same image. */
final class Digest {
    private Digest() {}

    static boolean isOf(String digest, byte[] content) {
        if (!ImageName.DIGEST.matcher(digest).matches()) {
            return false;
        }
        String algorithm = digest.startsWith("sha512:") ? "SHA-512" : "SHA-256";
        try {
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(content));
            return digest.substring(digest.indexOf(':') + 1).equals(found);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no " + algorithm, e);
        }
    }
}
