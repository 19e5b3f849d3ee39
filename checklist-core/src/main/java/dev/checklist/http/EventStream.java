package dev.checklist.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the first event or comment of a stream, and keeps nothing. */
final class EventStream implements Intake.Sink {
    /** The number of bytes within which something must have happened. */
    static final int LIMIT = 64 << 10;

    private final EventLines lines = new EventLines();
    private volatile int read;
    private volatile @Nullable String seen;

    /** Returns what came first: "an event" or "a comment". */
    Optional<String> seen() {
        return Optional.ofNullable(seen);
    }

    @Override
    public boolean take(ByteBuffer buffer) {
        int count = read;
        Optional<String> found = Optional.empty();
        while (buffer.hasRemaining() && found.isEmpty() && count < LIMIT) {
            found = lines.next(buffer.get());
            count++;
        }
        read = count;
        seen = found.orElse(null);
        return found.isEmpty() && count < LIMIT;
    }

    @Override
    public int size() {
        return read;
    }

    @Override
    public byte[] kept() {
        return new byte[0];
    }
}
