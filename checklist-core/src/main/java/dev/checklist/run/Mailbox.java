package dev.checklist.run;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes messages from any thread to the one that reads them; waking it costs nothing while it is awake. */
final class Mailbox<T> {
    /** After so many messages the reader looks at the time, so that no flood of messages keeps it from a deadline. */
    private static final int MOST_AT_A_TIME = 10_000;

    private final ConcurrentLinkedQueue<T> messages = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread sleeper;

    void post(T message) {
        messages.add(message);
        Thread reader = sleeper;
        if (reader != null) {
            LockSupport.unpark(reader);
        }
    }

    /** Hands the messages that are there, in order, to their reader; in a flood, some of them. */
    void drain(Consumer<? super T> reader) {
        T message = messages.poll();
        for (int i = 1; message != null; i++) {
            reader.accept(message);
            message = i < MOST_AT_A_TIME ? messages.poll() : null;
        }
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Waits for a message, for the given time at most; may return early. */
    void await(long nanos) {
        if (nanos <= 0 || !messages.isEmpty()) {
            return;
        }
        sleeper = Thread.currentThread();
        if (messages.isEmpty()) {
            LockSupport.parkNanos(this, nanos);
            Thread.interrupted(); // means nothing to this thread, and would let it spin instead of wait
        }
        sleeper = null;
    }
}
