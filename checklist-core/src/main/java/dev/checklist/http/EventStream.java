package dev.checklist.http;

import dev.checklist.intake.Intake;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the first event or comment of a stream, and keeps nothing. */
final class EventStream implements Intake.Sink<Body> {
    /** The number of bytes within which something must have happened. */
    static final int LIMIT = 64 << 10;

    private final EventLines lines = new EventLines();
    private final Progress progress;
    private volatile int read;
    private volatile @Nullable String seen;

    EventStream(Progress progress) {
        this.progress = progress;
    }

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
        progress.read(count);
        seen = found.orElse(null);
        return found.isEmpty() && count < LIMIT;
    }

    /** Returns the number of bytes read. */
    int size() {
        return read;
    }

    @Override
    public Body end(boolean complete) {
        return new Body(new byte[0], complete);
    }
}
