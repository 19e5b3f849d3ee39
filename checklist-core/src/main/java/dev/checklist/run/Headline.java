package dev.checklist.run;

import dev.checklist.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words the verdict and the counts in one line. */
final class Headline {
    private static final int MOST_REASONS = 3;
    private static final List<Status> ORDER = List.of(
            Status.FAILED, Status.ERROR, Status.BLOCKED, Status.PENDING, Status.PASSED, Status.WAIVED, Status.SKIPPED);

    private Headline() {}

    static String of(Report report) {
        List<String> parts = new ArrayList<>();
        parts.add(report.verdict().name().replace('_', ' '));
        for (Status status : ORDER) {
            int count = report.count(status);
            if (count > 0) {
                parts.add(count + " " + status.name().toLowerCase(Locale.ROOT) + reasons(report, status));
            }
        }
        int unselected = report.unselected().size();
        if (unselected > 0) {
            parts.add(unselected + " not selected");
        }
        report.endedEarly().ifPresent(reason -> parts.add("ended early: " + reason));
        return String.join(" · ", parts);
    }

    private static String reasons(Report report, Status status) {
        if (status != Status.WAIVED && status != Status.SKIPPED) {
            return "";
        }
        List<String> reasons = report.lines().stream()
                .filter(line -> line.status() == status)
                .map(line -> line.waiver().map(Waiver::reason).orElse(line.message()))
                .distinct()
                .toList();
        String shown = reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
        int more = reasons.size() - MOST_REASONS;
        return ": " + shown + (more > 0 ? "; and " + more + " more reasons" : "");
    }
}
