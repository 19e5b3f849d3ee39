package dev.checklist.html;

import dev.checklist.Status;
import dev.checklist.run.Report;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the lines of one status.
 *
 * @param status the status
 * @param lines how many lines ended so; at least one
 */
public record Tally(Status status, int lines) {
    static List<Tally> of(Report report) {
        return Arrays.stream(Status.values())
                .map(status -> new Tally(status, report.count(status)))
                .filter(tally -> tally.lines > 0)
                .toList();
    }
}
