package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Measures how long an endpoint takes to the last byte: two warm-ups, then twenty requests, one after another. */
record LatencyProbe(Asker asker, Call call, Duration limit) implements Probe {
    static final int SAMPLES = 20;
    static final int WARM_UPS = 2;
    static final int MOST_ATTEMPTS = 3;
    static final Duration PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** The time beyond the limit after which one request is given up; more would tell nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The number of slow requests out of twenty that the 95th percentile forgives. */
    private static final int FORGIVEN = SAMPLES - (int) Math.ceil(0.95 * SAMPLES);

    LatencyProbe {
        if (limit == null || limit.isZero() || limit.isNegative() || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "limit is " + limit + ": expected more than zero and at most " + LONGEST);
        }
        if (!call.isSafe()) {
            throw new IllegalArgumentException("method is " + call.method() + ": only GET and HEAD are measured");
        }
    }

    /** Returns the time in which an endpoint that keeps the limit is measured, with some to spare. */
    Duration timeout() {
        return limit.plus(PAUSE).multipliedBy(SAMPLES + WARM_UPS).plusSeconds(10);
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        if (context.attempt() > MOST_ATTEMPTS) {
            return Outcome.error("not measured again: a latency is retried at most twice, use attempts(3) or fewer")
                    .conclusively();
        }
        try {
            return Quote.of(call, measure(context).with("url", call.address()));
        } catch (NoAnswerException e) {
            return Quote.of(call, e.outcome(expected()).with("url", call.address()));
        }
    }

    private Outcome measure(CheckContext context) throws Exception {
        Deadline deadline = Deadline.within(context.remaining());
        Pace pace = new Pace(PAUSE);
        for (int i = 0; i < WARM_UPS; i++) {
            pace.await();
            Answer answer = asker.fresh(context, call, deadline);
            if (!answer.isSuccess()) {
                return Content.notSuccess(expected(), answer);
            }
            if (!answer.body().isComplete()) {
                return Outcome.error("expected " + expected() + " but could not measure: " + answer.unread());
            }
        }
        long[] nanos = new long[SAMPLES];
        int taken = 0;
        int slow = 0;
        // Once the percentile is lost, further requests would only load the target.
        while (taken < SAMPLES && slow <= FORGIVEN && !deadline.isOver()) {
            pace.await();
            nanos[taken] = time(context, deadline);
            slow += nanos[taken++] > limit.toNanos() ? 1 : 0;
        }
        return judge(Latencies.of(Arrays.copyOf(nanos, taken)));
    }

    private long time(CheckContext context, Deadline deadline) throws Exception {
        long start = System.nanoTime();
        try {
            Answer answer = asker.fresh(context, call, deadline.orWithin(limit.plus(PATIENCE)));
            long took = System.nanoTime() - start;
            return answer.isSuccess() && answer.body().isComplete() ? took : Latencies.FOR_EVER;
        } catch (NoAnswerException e) {
            if (e.kind() == NoAnswerException.Kind.CREDENTIAL_REFUSED) {
                throw e;
            }
            return Latencies.FOR_EVER;
        }
    }

    /** Judges a sample; a short one only if no further request could change what it says. */
    Outcome judge(Latencies sample) {
        long slow = sample.slowerThan(limit);
        if (sample.size() < SAMPLES && slow <= FORGIVEN) {
            return Outcome.error("expected " + expected() + " but measured only " + sample.size() + " of " + SAMPLES
                    + " requests in time: give the check a longer timeout");
        }
        String failures = sample.failures() == 0 ? "" : ", " + sample.failures() + " of them failed";
        if (sample.size() < SAMPLES) {
            return Outcome.failed("expected " + expected() + " but " + slow + " of the first " + sample.size()
                    + " requests took longer" + failures);
        }
        String seen = sample + failures;
        Outcome outcome = slow <= FORGIVEN
                ? Outcome.passed(
                        "p95 is " + Latencies.shown(sample.percentile(95)) + ", within " + Latencies.shown(limit))
                : Outcome.failed("expected " + expected() + " but found " + seen);
        return outcome.with("latency", seen).with("connections", "reused where the server keeps them open");
    }

    private String expected() {
        return "a p95 within " + Latencies.shown(limit);
    }

    /** Keeps the starts of requests apart. */
    private static final class Pace {
        private final long step;
        private long next = System.nanoTime();

        private Pace(Duration step) {
            this.step = step.toNanos();
        }

        private void await() throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            next = System.nanoTime() + step;
        }
    }
}
