package dev.checklist.k8s.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value of one key, which shows itself to rules only: it has no text, and its bytes are never logged. */
public final class SecretValue {
    private final byte[] bytes;

    private SecretValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Holds a text. */
    public static SecretValue of(String text) {
        return new SecretValue(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Holds what the API server sent in Base64; empty if it is none. */
    public static Optional<SecretValue> decoded(@Nullable String base64) {
        try {
            return Optional.of(new SecretValue(Base64.getDecoder().decode(base64 == null ? "" : base64)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the text, if the bytes are one in UTF-8 to the last. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Tells whether there is nothing, or nothing but blanks. */
    public boolean isBlank() {
        return text().map(String::isBlank).orElse(false);
    }

    /** Tells whether all bytes are the same one, as in a file of zeros. */
    public boolean isOneByteRepeated() {
        for (byte each : bytes) {
            if (each != bytes[0]) {
                return false;
            }
        }
        return bytes.length > 2;
    }

    /** Tells whether it ends with a line feed or carriage return, as what {@code echo} wrote does. */
    public boolean endsWithLineBreak() {
        return bytes.length > 0 && isLineBreak(bytes[bytes.length - 1]);
    }

    /** Tells whether two values are the same but for line breaks at their ends; takes as long for any two. */
    public boolean isSameAs(SecretValue other) {
        return MessageDigest.isEqual(withoutLineBreaks(), other.withoutLineBreaks());
    }

    private byte[] withoutLineBreaks() {
        int end = bytes.length;
        while (end > 0 && isLineBreak(bytes[end - 1])) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static boolean isLineBreak(byte each) {
        return each == '\n' || each == '\r';
    }

    @Override
    public String toString() {
        return "***";
    }
}
