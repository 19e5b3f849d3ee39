package dev.checklist.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Is the first message of an old handshake (RFC 2246, 4346), written by hand: Java itself refuses to speak TLS 1.0 and
 * 1.1, so its own refusal would prove nothing. It offers every cipher suite that servers of that time had.
 *
 * @param version 0x0301 for TLS 1.0, 0x0302 for TLS 1.1
 */
record ClientHello(int version, String host) {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM_BYTES = 32;
    private static final int[] SUITES = {
        0xC00A, 0xC009, 0xC014, 0xC013, 0xC008, 0xC012, 0xC007, 0xC011, 0x0039, 0x0033, 0x0038, 0x0032, 0x0035, 0x002F,
        0x0088, 0x0084, 0x0045, 0x0041, 0x0016, 0x0013, 0x000A, 0x0005, 0x0004, 0x00FF
    };

    byte[] bytes() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        ByteArrayOutputStream suites = new ByteArrayOutputStream();
        for (int suite : SUITES) {
            suites.writeBytes(two(suite));
        }
        byte[] body = joined(
                two(version),
                random,
                // no session
                new byte[] {0},
                sized(suites.toByteArray()),
                // no compression
                new byte[] {1, 0},
                sized(extensions()));
        byte[] length = ByteBuffer.allocate(4).putInt(body.length).array();
        byte[] message = joined(new byte[] {CLIENT_HELLO, length[1], length[2], length[3]}, body);
        return joined(new byte[] {HANDSHAKE, 3, 1}, sized(message));
    }

    private byte[] extensions() {
        // secp256r1, secp384r1, secp521r1 and x25519, as points that are not compressed
        byte[] groups = {0, 23, 0, 24, 0, 25, 0, 29};
        byte[] curves = joined(two(10), sized(sized(groups)), two(11), sized(new byte[] {1, 0}));
        if (Host.isAddress(host)) {
            return curves;
        }
        byte[] name = joined(new byte[] {0}, sized(host.getBytes(StandardCharsets.US_ASCII)));
        return joined(two(0), sized(sized(name)), curves);
    }

    private static byte[] sized(byte[] content) {
        return joined(two(content.length), content);
    }

    private static byte[] two(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
