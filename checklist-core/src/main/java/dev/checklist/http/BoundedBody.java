package dev.checklist.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps a body up to a limit; what is longer is not complete. */
final class BoundedBody implements Intake.Sink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public boolean take(ByteBuffer buffer) {
        byte[] some = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
        buffer.get(some);
        bytes.writeBytes(some);
        return !buffer.hasRemaining();
    }

    @Override
    public int size() {
        return bytes.size();
    }

    @Override
    public byte[] kept() {
        return bytes.toByteArray();
    }
}
