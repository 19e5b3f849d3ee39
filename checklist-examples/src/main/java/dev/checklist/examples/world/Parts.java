package dev.checklist.examples.world;

import java.io.Closeable;
import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Starts the parts of a world side by side, and closes whatever has started, the last one first. */
final class Parts implements Closeable {
    private final ExecutorService starters = Executors.newCachedThreadPool();
    private final Deque<Closeable> started = new ConcurrentLinkedDeque<>();

    <T> Future<T> compute(Callable<T> work) {
        return starters.submit(work);
    }

    <T extends Closeable> Future<T> start(Callable<T> starter) {
        return compute(() -> add(starter.call()));
    }

    <T extends Closeable> T add(T part) {
        started.push(part);
        return part;
    }

    static <T> T join(Future<T> part) throws IOException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IOException("a part of the world did not start: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the world started", e);
        }
    }

    /** Ends the starting threads once they have nothing left to do. */
    void complete() throws IOException {
        starters.shutdown();
        try {
            if (!starters.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IOException("a part of the world is still starting after a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the world started", e);
        }
    }

    @Override
    public void close() throws IOException {
        IOException failure = new IOException("not every part of the world could be closed");
        attempt(this::complete, failure);
        for (Closeable part = started.poll(); part != null; part = started.poll()) {
            attempt(part, failure);
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private static void attempt(Closeable work, IOException failure) {
        try {
            work.close();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
