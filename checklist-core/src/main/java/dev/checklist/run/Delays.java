package dev.checklist.run;

import dev.checklist.Outcome;
import dev.checklist.RetryPolicy;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks resilience4j for the delays between attempts, one {@code Retry} per policy.
 *
 * <p>Only its asynchronous context is used, which computes a delay without sleeping.
 */
final class Delays {
    private final Map<RetryPolicy, Retry> retries = new HashMap<>();

    /** Gives the delays of one check, in order. */
    interface Sequence {
        /** Returns the nanoseconds until the next attempt, or a negative number if there is none. */
        long next(Outcome outcome);
    }

    Sequence of(RetryPolicy policy) {
        Retry.AsyncContext<Outcome> context =
                retries.computeIfAbsent(policy, Delays::retry).asyncContext();
        return outcome -> TimeUnit.MILLISECONDS.toNanos(context.onResult(outcome));
    }

    private static Retry retry(RetryPolicy policy) {
        RetryConfig config = RetryConfig.<Outcome>custom()
                .maxAttempts(policy.maxAttempts())
                .intervalFunction(interval(policy))
                .retryOnResult(outcome -> true)
                .build();
        return Retry.of("checklist", config);
    }

    private static IntervalFunction interval(RetryPolicy policy) {
        long first = Math.max(1, policy.firstDelay().toMillis());
        long longest = Math.max(first, policy.longestDelay().toMillis());
        return first == longest
                ? IntervalFunction.of(first)
                : IntervalFunction.ofExponentialBackoff(first, RetryPolicy.BACK_OFF_FACTOR, longest);
    }
}
