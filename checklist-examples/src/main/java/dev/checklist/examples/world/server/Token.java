package dev.checklist.examples.world.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that live as long as the world does. */
public final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** Makes 24 random bytes, in characters that need no escape in a URL or a cookie. */
    public static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
