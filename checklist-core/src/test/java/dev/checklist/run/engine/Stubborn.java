package dev.checklist.run.engine;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Ignores interruption until the test lets it go; then it says PASSED, which must not count any more. */
final class Stubborn implements Probe, AutoCloseable {
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger timesAsked = new AtomicInteger();
    private final AtomicInteger timesInterrupted = new AtomicInteger();

    @Override
    public Outcome evaluate(CheckContext context) {
        return Outcome.passed(hang());
    }

    /** Hangs anywhere else than in a probe. */
    String hang() {
        timesAsked.incrementAndGet();
        asked.countDown();
        while (true) {
            try {
                released.await();
                return "came back too late";
            } catch (InterruptedException e) {
                timesInterrupted.incrementAndGet();
            }
        }
    }

    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    int timesAsked() {
        return timesAsked.get();
    }

    int timesInterrupted() {
        return timesInterrupted.get();
    }

    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
    }
}
