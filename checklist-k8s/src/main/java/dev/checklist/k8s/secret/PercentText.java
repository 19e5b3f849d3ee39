package dev.checklist.k8s.secret;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes percent signs (RFC 3986); a plus sign stays one, as it does in a user or password. */
final class PercentText {
    private PercentText() {}

    /** Returns the text, or nothing where a percent sign encodes nothing, or no UTF-8. */
    static Optional<String> decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                bytes.write(encoded[i]);
                continue;
            }
            int high = i + 2 < encoded.length ? digit(encoded[i + 1]) : -1;
            int low = i + 2 < encoded.length ? digit(encoded[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int digit(byte c) {
        return c < 0 ? -1 : Character.digit((char) c, 16);
    }
}
