package dev.checklist.local;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries what a program writes to a sink, on a thread of its own: nothing can interrupt the reading of a pipe. */
final class Pump {
    private static final int BUFFER = 256 * 1024;

    private final InputStream source;
    private final Sink sink;
    private final Process process;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Exception failure;

    private Pump(Process process, InputStream source, Sink sink) {
        this.process = process;
        this.source = source;
        this.sink = sink;
    }

    static Pump start(Process process, InputStream source, Sink sink) {
        Pump pump = new Pump(process, source, sink);
        Thread thread = new Thread(pump::run, "checklist-output");
        thread.setDaemon(true);
        thread.start();
        return pump;
    }

    private void run() {
        byte[] buffer = new byte[BUFFER];
        try (source) {
            for (int length = source.read(buffer); length >= 0; length = source.read(buffer)) {
                sink.take(buffer, length);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
            process.toHandle().destroyForcibly();
        } finally {
            ended.countDown();
        }
    }

    /** Waits for the end of the output, which comes when nobody holds the pipe any more. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Returns why not all was carried, if so. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }
}
