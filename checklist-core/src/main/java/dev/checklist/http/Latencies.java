package dev.checklist.http;

import java.time.Duration;
import java.util.Arrays;

/** Is a sample of durations, sorted; a request that failed took for ever. */
final class Latencies {
    static final long FOR_EVER = Long.MAX_VALUE;

    private final long[] nanos;

    private Latencies(long[] nanos) {
        this.nanos = nanos;
    }

    static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int size() {
        return nanos.length;
    }

    long failures() {
        return Arrays.stream(nanos).filter(n -> n == FOR_EVER).count();
    }

    long slowerThan(Duration limit) {
        return Arrays.stream(nanos).filter(n -> n > limit.toNanos()).count();
    }

    /** Returns the value of the nearest rank: the smallest that so many percent of the sample do not exceed. */
    long percentile(int percent) {
        return nanos[(int) Math.ceil(percent / 100.0 * nanos.length) - 1];
    }

    @Override
    public String toString() {
        return "n " + size() + ", min " + shown(nanos[0]) + ", median " + shown(percentile(50)) + ", p95 "
                + shown(percentile(95)) + ", max " + shown(nanos[nanos.length - 1]);
    }

    static String shown(Duration duration) {
        return shown(duration.toNanos());
    }

    static String shown(long nanos) {
        return nanos == FOR_EVER ? "never" : Math.max(1, Math.round(nanos / 1e6)) + " ms";
    }
}
