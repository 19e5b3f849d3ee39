package dev.checklist.run.engine;

import dev.checklist.WakeSignal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Rings for all who subscribed, and knows how many still do. */
final class Bell implements WakeSignal {
    private final List<Runnable> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger subscribed = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Override
    public Subscription onChange(Runnable wake) {
        Runnable own = wake::run; // one of its own, so that closing removes this one
        open.add(own);
        subscribed.incrementAndGet();
        return () -> {
            closed.incrementAndGet();
            open.remove(own);
        };
    }

    void ring() {
        open.forEach(Runnable::run);
    }

    /** Returns the number of subscriptions that nobody has closed. */
    int open() {
        return open.size();
    }

    /** Returns how often a subscription was closed. */
    int closed() {
        return closed.get();
    }

    /** Returns the number of subscriptions ever made. */
    int subscribed() {
        return subscribed.get();
    }
}
