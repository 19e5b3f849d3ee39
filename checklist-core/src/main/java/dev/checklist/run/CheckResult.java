package dev.checklist.run;

import dev.checklist.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the result of a check from its attempts. */
final class CheckResult {
    private CheckResult() {}

    /** Takes status and message of the last attempt, and keeps the newest different reason. */
    static Result of(CheckRun asked, String suffix) {
        List<Attempt> attempts = List.copyOf(asked.attempts());
        Outcome last = attempts.get(attempts.size() - 1).outcome();
        Result.Details details = details(asked, attempts, last);
        return new Result(asked.node().line(), last.status(), message(last) + suffix, attempts, details);
    }

    private static Result.Details details(CheckRun asked, List<Attempt> attempts, Outcome last) {
        String cause = asked.cause();
        String earlier = earlier(attempts, last);
        return cause == null && earlier == null
                ? Result.Details.NONE
                : new Result.Details(List.of(), null, cause, earlier, List.of(), null, null);
    }

    private static @Nullable String earlier(List<Attempt> attempts, Outcome last) {
        for (int i = attempts.size() - 2; i >= 0; i--) {
            String message = attempts.get(i).outcome().message();
            if (!message.equals(last.message())) {
                return message;
            }
        }
        return null;
    }

    private static String message(Outcome outcome) {
        if (!outcome.message().isBlank()) {
            return outcome.message();
        }
        Map<String, String> evidence = outcome.evidence();
        return evidence.entrySet().stream()
                .map(seen -> seen.getKey() + " " + seen.getValue())
                .collect(Collectors.joining(", "));
    }
}
