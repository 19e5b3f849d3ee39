package dev.checklist.http;

import dev.checklist.intake.Intake;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps a body up to a limit; what is longer is not complete. */
final class BoundedBody implements Intake.Sink<Body> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private final Progress progress;

    BoundedBody(int limit, Progress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    @Override
    public boolean take(ByteBuffer buffer) {
        byte[] some = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
        buffer.get(some);
        bytes.writeBytes(some);
        progress.read(bytes.size());
        return !buffer.hasRemaining();
    }

    @Override
    public Body end(boolean complete) {
        return new Body(bytes.toByteArray(), complete);
    }
}
