package dev.checklist.run;

import dev.checklist.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Hashes texts: each with its length, so that no two lists of texts run into one another. */
final class TextHash {
    private TextHash() {}

    static String of(List<String> parts) {
        MessageDigest digest = Sha256.digest();
        for (String part : parts) {
            byte[] bytes = whole(part).getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return Sha256.hex(digest);
    }

    /** Replaces halves of surrogate pairs as the JSON report does, so that a report read back has the same hashes. */
    private static String whole(String text) {
        if (text.chars().noneMatch(character -> Character.isSurrogate((char) character))) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.getType(character) == Character.SURROGATE ? 0xFFFD : character)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
