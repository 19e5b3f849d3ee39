package dev.checklist.run;

import dev.checklist.Traffic;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets attempts that fall due together share one read.
 *
 * <p>A load serves an attempt only if it started at or after that attempt fell due. One load per key is in flight; who
 * falls due meanwhile shares the next one. So does a failed load: it fails whom it would have served, who may still wait
 * for a thread, as one cause; whoever falls due later loads anew, and if that fails in the same words it is the same cause.
 */
final class SharedReads {
    private final Map<Record, Load> loads = new ConcurrentHashMap<>();
    private final Map<Record, Object> belongings = new ConcurrentHashMap<>();
    private final Map<Failure, Integer> failures = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final RunClock clock;

    SharedReads(RunClock clock) {
        this.clock = clock;
    }

    /** Is one read: in flight, then done, failed, or orphaned when its reader's time was up. */
    static final class Load {
        private final int number;
        private final AttemptContext reader;
        private final Thread thread = Thread.currentThread();
        private final CountDownLatch over = new CountDownLatch(1);
        private @Nullable Object value;
        private @Nullable Throwable failure;
        private int cause;
        private long readyAt;
        private volatile boolean orphaned;

        private Load(int number, AttemptContext reader) {
            this.number = number;
            this.reader = reader;
        }

        private boolean isOver() {
            return over.getCount() == 0;
        }
    }

    /** Is what one key failed of, in words: a server that is gone is one cause, however often it was asked. */
    private record Failure(Record key, String words) {}

    /** Returns the number of reads started so far: an order that is exact, however coarse the clock. */
    int started() {
        return started.get();
    }

    /** Returns the object of this run under the key, made by whoever asks first. */
    Object perRun(Record key, Supplier<?> first) {
        return belongings.computeIfAbsent(key, unused -> first.get());
    }

    /** Returns what the run asked of its targets, as those say who count it. */
    Map<String, String> traffic() {
        Map<String, String> traffic = new TreeMap<>();
        for (Object belonging : belongings.values()) {
            if (belonging instanceof Traffic counted) {
                try {
                    String words = counted.inWords();
                    if (!words.isBlank()) {
                        traffic.merge(counted.target(), words, (one, other) -> one + "; " + other);
                    }
                } catch (Throwable e) { // foreign code: the report is made without it
                    traffic.put(belonging.getClass().getSimpleName(), "unknown: " + Judgement.describe(e));
                }
            }
        }
        return traffic;
    }

    Object read(Record key, Callable<?> loader, AttemptContext reader) throws Exception {
        while (true) {
            Load current = loads.get(key);
            if (current != null && current.thread == Thread.currentThread() && !current.isOver()) {
                throw new IllegalStateException("the shared read "
                        + key.getClass().getSimpleName() + " waits for itself: its loader asks for the same key");
            }
            if (current != null && current.number > reader.dueAfter() && !current.orphaned) {
                current.over.await();
                if (!current.orphaned) {
                    return result(current, reader);
                }
            } else if (current != null && !current.isOver() && !current.orphaned) {
                current.over.await();
            } else {
                Load mine = new Load(started.incrementAndGet(), reader);
                if (current == null ? loads.putIfAbsent(key, mine) == null : loads.replace(key, current, mine)) {
                    load(key, mine, loader);
                    return result(mine, reader);
                }
            }
        }
    }

    private void load(Record key, Load load, Callable<?> loader) {
        try {
            load.value = loader.call();
            if (load.value == null) {
                load.failure = new IllegalStateException(
                        "the shared read " + key.getClass().getSimpleName() + " returned null");
            }
        } catch (Throwable e) {
            load.failure = e;
        } finally {
            load.cause = cause(key, load);
            load.readyAt = load.reader.virtualNow(clock.nanoTime());
            if (load.reader.isOver()) {
                load.orphaned = true; // its reader's time was up: what it read or threw says nothing about the target
            }
            if (load.orphaned) {
                loads.remove(key, load);
            }
            load.over.countDown();
        }
    }

    /** Returns the number of the first load of this key that failed in the same words. */
    private int cause(Record key, Load load) {
        Throwable failure = load.failure;
        return failure == null
                ? load.number
                : failures.computeIfAbsent(new Failure(key, Judgement.describe(failure)), same -> load.number);
    }

    private static Object result(Load load, AttemptContext reader) throws Exception {
        reader.waitUntil(load.readyAt);
        Throwable failure = load.failure;
        if (failure == null && load.value != null) {
            return load.value;
        }
        reader.failedBy("read " + load.cause);
        if (failure instanceof Exception exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("the shared read ended without a value", failure);
    }

    /** Lets others load anew what this attempt was reading when its time was up. */
    void orphan(AttemptContext reader) {
        loads.values().removeIf(load -> {
            boolean mine = load.reader == reader && !load.isOver();
            if (mine) {
                load.orphaned = true;
                load.over.countDown();
            }
            return mine;
        });
    }
}
