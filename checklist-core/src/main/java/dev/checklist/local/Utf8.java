package dev.checklist.local;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads texts strictly: a byte that is no UTF-8 is not replaced. */
final class Utf8 {
    private Utf8() {}

    /**
     * Decodes a text, without its byte order mark.
     *
     * @param what the beginning of "… no text in UTF-8"
     */
    static String text(byte[] bytes, String what) throws Obstacle {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Obstacle.unseen(what + " no text in UTF-8");
        }
    }
}
