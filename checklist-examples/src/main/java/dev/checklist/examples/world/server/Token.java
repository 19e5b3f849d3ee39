package dev.checklist.examples.world.server;

import java.security.SecureRandom;

/** Secrets that live as long as the world does. */
public final class Token {
    private static final int LENGTH = 32;
    private static final int LENGTH_OF_32_BYTES = 43;
    /** Taken in turn, so that no row of the keyboard stands in one by chance, and all its checks say so. */
    private static final String[] CHARACTERS = {"abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
    };

    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** Makes 32 random characters that need no escape in a URL or a cookie. */
    public static String random() {
        return characters(LENGTH);
    }

    /** Makes 32 random bytes in Base64. */
    public static String base64() {
        return characters(LENGTH_OF_32_BYTES - 1) + "A=";
    }

    private static String characters(int length) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String turn = CHARACTERS[i % CHARACTERS.length];
            token.append(turn.charAt(RANDOM.nextInt(turn.length())));
        }
        return token.toString();
    }
}
