package dev.checklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Holds how a check is to be asked. */
record Execution(
        @Nullable RetryPolicy retry,
        @Nullable Duration timeout,
        boolean alone,
        Effect effect,
        @Nullable Cleanup cleanup) {
    static final Execution DEFAULT = new Execution(null, null, false, Effect.NONE, null);

    Execution {
        if (effect == Effect.WRITES && retry != null) {
            throw new IllegalArgumentException("a check that writes is never retried: leave out retry()");
        }
    }

    Execution retry(RetryPolicy policy) {
        return new Execution(Arguments.present("retry policy", policy), timeout, alone, effect, cleanup);
    }

    Execution timeout(Duration limit) {
        return new Execution(retry, Arguments.positive("timeout", limit), alone, effect, cleanup);
    }

    Execution runAlone() {
        return new Execution(retry, timeout, true, effect, cleanup);
    }

    Execution writing(Cleanup how) {
        return new Execution(retry, timeout, alone, Effect.WRITES, Arguments.present("cleanup", how));
    }

    Execution loading() {
        return new Execution(retry, timeout, alone, Effect.LOADS, cleanup);
    }

    /** Fills in what is not set from the section around. */
    Execution within(Execution section) {
        boolean writes = effect == Effect.WRITES;
        return new Execution(
                retry == null && !writes ? section.retry : retry,
                timeout == null ? section.timeout : timeout,
                alone,
                effect,
                cleanup);
    }
}
