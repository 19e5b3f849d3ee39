package dev.checklist.examples.launcher;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something a few times a second until it is stopped. */
final class Ticker {
    private static final int MILLIS = 250;

    private final ScheduledExecutorService thread;

    private Ticker(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    static Ticker every(Runnable tick) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "ticker");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        return new Ticker(thread);
    }

    void stop() {
        thread.shutdownNow();
    }
}
