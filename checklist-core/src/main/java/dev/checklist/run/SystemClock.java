package dev.checklist.run;

import java.time.Instant;

enum SystemClock implements RunClock {
    INSTANCE;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
