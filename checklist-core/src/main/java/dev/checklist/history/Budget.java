package dev.checklist.history;

import java.time.Duration;

/** Says how long a soak lasts, how it is cut, and what it forgives. */
record Budget(Duration length, Duration window, int maxMissed, int maxFailures) {
    int windows() {
        return (int) length.dividedBy(window);
    }

    String words() {
        return windows() + " windows of " + window + ", at most " + maxMissed + " missed and " + maxFailures
                + " failed";
    }
}
