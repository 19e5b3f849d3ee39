package dev.checklist.registry;

import dev.checklist.intake.Intake;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps a body, and gives it up when it is too long. */
final class Bytes implements Intake.Sink<byte[]> {
    /** The largest manifest that registries must accept; configurations are smaller. */
    static final int LIMIT = 4 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public boolean take(ByteBuffer buffer) {
        if (bytes.size() + buffer.remaining() > LIMIT) {
            return false;
        }
        byte[] some = new byte[buffer.remaining()];
        buffer.get(some);
        bytes.writeBytes(some);
        return true;
    }

    @Override
    public byte[] end(boolean complete) throws UnseenException {
        if (!complete) {
            throw UnseenException.unseen("the answer is longer than " + LIMIT + " bytes");
        }
        return bytes.toByteArray();
    }
}
