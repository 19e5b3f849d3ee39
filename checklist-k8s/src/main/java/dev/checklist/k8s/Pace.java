package dev.checklist.k8s;

import java.time.Duration;

/** Keeps the starts of something apart, but lets so many go at once after a rest. */
final class Pace {
    private final long burst;
    private final long apart;
    private long full = Long.MIN_VALUE;

    Pace(int burst, Duration apart) {
        this.burst = burst;
        this.apart = apart.toNanos();
    }

    /** Takes the next turn, and returns how long to wait for it. */
    synchronized Duration next(Duration now) {
        long time = now.toNanos();
        full = Math.max(full, time) + apart;
        return Duration.ofNanos(Math.max(0, full - burst * apart - time));
    }
}
