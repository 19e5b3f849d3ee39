package dev.checklist.report;

import dev.checklist.run.Cause;
import dev.checklist.run.Line;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells one cause: what is wrong, the next command, what it keeps from being asked. */
final class CausePoint {
    private static final int MOST_REMEDIES = 3;

    private CausePoint() {}

    static Point of(Cause cause, Times times) {
        boolean shared = cause.lines().size() > 1;
        Result first = cause.first();
        String title = shared ? Wording.count(cause.lines().size(), "line") : Wording.title(first);
        return new Point(
                first.status(), title, cause.message(), details(cause, shared, times), diagnosis(cause.lines()));
    }

    /** Tells of a line that does not count, in the same way. */
    static Point of(Result result, Times times) {
        return of(new Cause(result.message(), List.of(result), List.of()), times);
    }

    private static List<Detail> details(Cause cause, boolean shared, Times times) {
        List<Detail> details = new ArrayList<>();
        List<String> owners = cause.lines().stream()
                .flatMap(result -> result.line().owner().stream())
                .distinct()
                .toList();
        if (!owners.isEmpty()) {
            details.add(Detail.words("owner", String.join(", ", owners)));
        }
        cause.lines().stream()
                .flatMap(result -> Wording.next(result).stream())
                .distinct()
                .limit(MOST_REMEDIES)
                .forEach(remedy -> details.add(Detail.command("next", remedy)));
        Result first = cause.first();
        if (shared) {
            details.add(Detail.words("lines", Wording.titles(Wording.lines(cause.lines()))));
        } else {
            details.addAll(LineDetails.why(first));
            details.addAll(LineDetails.seen(first));
        }
        addBlocked(details, cause.blocked());
        String seen = times.seen(first);
        if (!seen.isEmpty()) {
            String attempts = Wording.attempts(first);
            String local = times.local(first);
            details.add(Detail.words(
                    "seen",
                    seen + " UTC" + (local.isEmpty() ? "" : " (" + local + " local)")
                            + (attempts.isEmpty() ? "" : ", " + attempts)));
        }
        return details;
    }

    static void addBlocked(List<Detail> details, List<Result> blocked) {
        List<Line> lines = Wording.lines(blocked);
        if (!lines.isEmpty()) {
            details.add(Detail.words("blocks", Wording.titles(lines)));
        }
    }

    private static List<String> diagnosis(List<Result> lines) {
        return lines.stream()
                .flatMap(result -> result.diagnosis().stream())
                .distinct()
                .collect(Collectors.toList());
    }
}
