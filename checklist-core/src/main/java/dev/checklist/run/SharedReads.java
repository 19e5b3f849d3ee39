package dev.checklist.run;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets attempts that fall due together share one read.
 *
 * <p>A load serves an attempt only if it started at or after that attempt fell due. One load per key is in flight; who
 * falls due meanwhile shares the next one. A failed load fails those who waited for it and is not kept.
 */
final class SharedReads {
    private final Map<Record, Load> loads = new ConcurrentHashMap<>();
    private final Map<Record, Object> belongings = new ConcurrentHashMap<>();
    private final RunClock clock;

    SharedReads(RunClock clock) {
        this.clock = clock;
    }

    /** Is one read: in flight, then done, failed, or orphaned when its reader's time was up. */
    static final class Load {
        private final long startedAt;
        private final AttemptContext reader;
        private final CountDownLatch over = new CountDownLatch(1);
        private @Nullable Object value;
        private @Nullable Throwable failure;
        private long readyAt;
        private volatile boolean orphaned;

        private Load(long startedAt, AttemptContext reader) {
            this.startedAt = startedAt;
            this.reader = reader;
        }

        private boolean isOver() {
            return over.getCount() == 0;
        }
    }

    /** Returns the object of this run under the key, made by whoever asks first. */
    Object perRun(Record key, Supplier<?> first) {
        return belongings.computeIfAbsent(key, unused -> first.get());
    }

    Object read(Record key, Callable<?> loader, AttemptContext reader) throws Exception {
        while (true) {
            Load current = loads.get(key);
            if (current != null && current.startedAt - reader.dueAt() >= 0 && !current.orphaned) {
                current.over.await();
                if (!current.orphaned) {
                    return result(current, reader);
                }
            } else if (current != null && !current.isOver() && !current.orphaned) {
                current.over.await();
            } else {
                Load mine = new Load(clock.nanoTime(), reader);
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
            load.readyAt = load.reader.virtualNow(clock.nanoTime());
            if (load.reader.isOver()) {
                load.orphaned = true; // its reader's time was up: what it read or threw says nothing about the target
            }
            if (load.failure != null || load.orphaned) {
                loads.remove(key, load);
            }
            load.over.countDown();
        }
    }

    private static Object result(Load load, AttemptContext reader) throws Exception {
        reader.waitUntil(load.readyAt);
        Throwable failure = load.failure;
        if (failure == null && load.value != null) {
            return load.value;
        }
        reader.failedBy(load);
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
