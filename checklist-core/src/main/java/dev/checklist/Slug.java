package dev.checklist;

import dev.checklist.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Turns a text into a part of an id: letters, marks and digits of every script, 80 characters at most. */
final class Slug {
    private static final int LONGEST = 80;

    private Slug() {}

    static String of(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(normal.length());
        boolean gap = false;
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            if (!isKept(c)) {
                gap = slug.length() > 0;
                continue;
            }
            if (gap) {
                slug.append('-');
                gap = false;
            }
            slug.appendCodePoint(c);
        }
        if (slug.length() > 0 && slug.length() <= LONGEST) {
            return slug.toString();
        }
        return shortened(slug, normal);
    }

    private static String shortened(StringBuilder slug, String text) {
        int end = Math.min(slug.length(), LONGEST - 9);
        if (end > 0 && Character.isHighSurrogate(slug.charAt(end - 1))) {
            end--;
        }
        String kept = slug.substring(0, end);
        return kept.isEmpty() ? hash(text) : kept + "-" + hash(text);
    }

    private static boolean isKept(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }
}
