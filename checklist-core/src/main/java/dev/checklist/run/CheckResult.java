package dev.checklist.run;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the result of a check from its attempts. */
final class CheckResult {
    private CheckResult() {}

    /** Takes status and message of the last attempt, keeps the newest different reason, and applies a waiver. */
    static Result of(CheckRun asked, String suffix, Waivers waivers) {
        List<Attempt> attempts = List.copyOf(asked.attempts());
        Outcome last = attempts.get(attempts.size() - 1).outcome();
        Line line = asked.node().line();
        Optional<Waiver> waiver = last.status() == Status.FAILED ? waivers.covering(line.id()) : Optional.empty();
        Result.Details details = details(asked, attempts, last);
        if (waiver.isPresent()) {
            details = details.with(waiver.get());
        }
        Status status = waiver.isPresent() ? Status.WAIVED : last.status();
        return new Result(line, status, message(last) + suffix, attempts, details);
    }

    private static Result.Details details(CheckRun asked, List<Attempt> attempts, Outcome last) {
        String cause = last.status() == Status.PASSED ? null : asked.cause();
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
