package dev.checklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Holds how a check is to be asked, and who puts right what it finds. */
record Execution(
        @Nullable RetryPolicy retry,
        @Nullable Duration timeout,
        Turn turn,
        Effect effect,
        @Nullable Cleanup cleanup,
        @Nullable String owner) {
    /** Says when it may run. */
    enum Turn {
        /** Beside others. */
        ANY,
        /** While nothing else runs. */
        ALONE,
        /** While nothing else runs, after all checks that are not last. */
        LAST
    }

    static final Execution DEFAULT = new Execution(null, null, Turn.ANY, Effect.NONE, null, null);

    Execution {
        if (effect == Effect.WRITES && retry != null) {
            throw new IllegalArgumentException("a check that writes is never retried: leave out retry()");
        }
    }

    Execution retry(RetryPolicy policy) {
        return new Execution(Arguments.present("retry policy", policy), timeout, turn, effect, cleanup, owner);
    }

    Execution timeout(Duration limit) {
        return new Execution(retry, Arguments.positive("timeout", limit), turn, effect, cleanup, owner);
    }

    Execution runAlone() {
        return new Execution(retry, timeout, turn == Turn.LAST ? turn : Turn.ALONE, effect, cleanup, owner);
    }

    Execution runLast() {
        return new Execution(retry, timeout, Turn.LAST, effect, cleanup, owner);
    }

    Execution writing(Cleanup how) {
        return new Execution(retry, timeout, turn, Effect.WRITES, Arguments.present("cleanup", how), owner);
    }

    Execution loading() {
        return new Execution(retry, timeout, turn, Effect.LOADS, cleanup, owner);
    }

    Execution ownedBy(String who) {
        return new Execution(retry, timeout, turn, effect, cleanup, Arguments.text("owner", who));
    }

    /** Fills in what is not set from the section around. */
    Execution within(Execution section) {
        boolean writes = effect == Effect.WRITES;
        return new Execution(
                retry == null && !writes ? section.retry : retry,
                timeout == null ? section.timeout : timeout,
                turn,
                effect,
                cleanup,
                owner == null ? section.owner : owner);
    }
}
