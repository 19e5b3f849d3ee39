package dev.checklist.k8s.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes and reads as much DER (X.690) as it takes to wrap a private key in PKCS#8. */
final class Der {
    static final int SEQUENCE = 0x30;
    static final int OCTETS = 0x04;
    /** The integer 0. */
    static final byte[] ZERO = {0x02, 0x01, 0x00};

    private Der() {}

    /** Puts parts into a value of this tag. */
    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        writeLength(content.size(), all);
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    private static void writeLength(int length, ByteArrayOutputStream out) {
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        if (length >= 0x80) {
            out.write(0x80 | bytes);
        }
        for (int i = length < 0x80 ? 0 : bytes - 1; i >= 0; i--) {
            out.write(length >> 8 * i);
        }
    }

    /** Returns the first value inside a value, as the algorithm is in a SubjectPublicKeyInfo. */
    static byte[] firstOf(byte[] outer) {
        ByteBuffer buffer = ByteBuffer.wrap(outer);
        skipHead(buffer);
        int start = buffer.position();
        int length = skipHead(buffer);
        byte[] first = new byte[buffer.position() + length - start];
        buffer.position(start).get(first);
        return first;
    }

    /** Reads tag and length, and returns the length of the content. */
    private static int skipHead(ByteBuffer buffer) {
        buffer.get();
        int first = buffer.get() & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
            length = length << 8 | buffer.get() & 0xFF;
        }
        return length;
    }
}
