package dev.checklist.run;

import dev.checklist.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Holds how a runner is configured. */
record Settings(
        Limits limits,
        Surroundings surroundings,
        Permissions permissions,
        Selection selection,
        Attestor attestor,
        List<Waiver> waivers,
        List<RunListener> listeners) {

    /** Says how long, how wide, and how old what was seen may be at the end. */
    record Limits(
            int parallelism,
            Duration timeout,
            @Nullable RetryPolicy retry,
            Duration deadline,
            @Nullable Duration oldest) {}

    /** Says what the caller brings along. */
    record Surroundings(
            RunClock clock,
            @Nullable Executor executor,
            @Nullable UnaryOperator<Runnable> decorator,
            List<String> secrets) {
        @Override
        public String toString() {
            return "Surroundings[clock=" + clock + ", " + secrets.size() + " secrets]";
        }
    }

    /** Says what checks may do besides looking. */
    record Permissions(boolean writes, boolean load) {}
}
