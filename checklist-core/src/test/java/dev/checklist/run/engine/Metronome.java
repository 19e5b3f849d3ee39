package dev.checklist.run.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Measures for how long a busy machine kept a thread waiting that only wanted to tick. */
final class Metronome implements AutoCloseable {
    private static final long TICK = 5_000_000;
    private static final long TOLERATED = 1_000_000;

    private final AtomicLong stalled = new AtomicLong();
    private volatile boolean closed;

    Metronome() {
        Thread thread = new Thread(this::tick, "metronome");
        thread.setDaemon(true);
        thread.start();
    }

    private void tick() {
        while (!closed) {
            long before = System.nanoTime();
            LockSupport.parkNanos(TICK);
            stalled.addAndGet(Math.max(0, System.nanoTime() - before - TICK - TOLERATED));
        }
    }

    Duration stalled() {
        return Duration.ofNanos(stalled.get());
    }

    @Override
    public void close() {
        closed = true;
    }
}
