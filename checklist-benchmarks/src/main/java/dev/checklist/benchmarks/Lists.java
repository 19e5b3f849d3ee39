package dev.checklist.benchmarks;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.RetryPolicy;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes the lists that are run: every title, message and value is a text of its own, as in real lists. */
final class Lists {
    private Lists() {}

    /** Makes a list of checks that pass at once. */
    static Checklist passing(int checks) {
        return list(checks, i -> check(title(i), context -> look(i, true)));
    }

    /** Makes a list of checks that pass on their last attempt. */
    static Checklist waiting(int checks, int attempts, Duration delay) {
        RetryPolicy policy = attempts(attempts).every(delay);
        return list(
                checks,
                i -> check(title(i), context -> look(i, context.attempt() == attempts))
                        .retry(policy));
    }

    private static Checklist list(int checks, IntFunction<Check> check) {
        return checklist(
                checks + " services", IntStream.range(0, checks).mapToObj(check).toList());
    }

    private static String title(int i) {
        return "Service " + i + " has replicas";
    }

    /** Looks at a service: a text, and one value of evidence. */
    static Outcome look(int i, boolean isReady) {
        return isReady
                ? Outcome.passed(i + " replicas ready").with("replicas", i)
                : Outcome.failed("expected " + i + " replicas but found none").with("replicas", 0);
    }
}
