package dev.checklist.examples.launcher;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something a few times a second until it is stopped. */
final class Ticker {
    private static final int MILLIS = 250;

    private final ScheduledExecutorService thread;
    private final Future<?> ticks;

    private Ticker(ScheduledExecutorService thread, Future<?> ticks) {
        this.thread = thread;
        this.ticks = ticks;
    }

    static Ticker every(Runnable tick) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "ticker");
            daemon.setDaemon(true);
            return daemon;
        });
        return new Ticker(thread, thread.scheduleWithFixedDelay(tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS));
    }

    void stop() {
        ticks.cancel(false);
        thread.shutdown();
    }
}
