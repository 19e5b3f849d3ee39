package dev.checklist.k8s.secret;

import java.util.Base64;
import java.util.Optional;

/** Says what is wrong with the form of a value: empty, of another length, or too easy to guess. */
public final class Shape {
    private static final String LINE_BREAK = "the last is a line break (echo writes one, printf does not)";

    private Shape() {}

    /** Says that nothing is there, or nothing but blanks. */
    public static Optional<String> empty(SecretValue value) {
        return value.isBlank() ? Optional.of("it is empty") : Optional.empty();
    }

    /** Says that it ends with a line break, or is empty, so that nothing could. */
    public static Optional<String> lineBreak(SecretValue value) {
        return value.endsWithLineBreak() ? Optional.of("it does") : empty(value);
    }

    /**
     * Says that a text has another number of characters; that number belongs to keys of fixed length, and may be shown.
     *
     * @param wanted Unicode code points
     */
    public static Optional<String> length(SecretValue value, int wanted) {
        String text = value.text().orElse(null);
        if (text == null) {
            return Optional.of("its bytes are no text in UTF-8");
        }
        long found = text.codePoints().count();
        if (value.endsWithLineBreak()) {
            return Optional.of("of its " + found + " characters " + LINE_BREAK);
        }
        return found == wanted ? Optional.empty() : Optional.of("it has " + found);
    }

    /** Says that the smaller of both estimates is below these bits, without saying by how much. */
    public static Optional<String> entropy(String text, int bits) {
        return Entropy.bits(text.strip()) >= bits ? Optional.empty() : Optional.of("the estimate is lower");
    }

    /** Says that a text is no Base64 in either alphabet, or that of another number of bytes. */
    public static Optional<String> decodedLength(String text, int bytes) {
        if (SecretValue.of(text).endsWithLineBreak()) {
            return Optional.of(LINE_BREAK.replaceFirst("the last", "its last character"));
        }
        try {
            Base64.Decoder decoder = text.matches(".*[-_].*") ? Base64.getUrlDecoder() : Base64.getDecoder();
            int found = decoder.decode(text).length;
            return found == bytes ? Optional.empty() : Optional.of("it is Base64 of " + found);
        } catch (IllegalArgumentException e) {
            return Optional.of("it is no Base64");
        }
    }
}
