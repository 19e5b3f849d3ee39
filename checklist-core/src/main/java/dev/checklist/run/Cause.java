package dev.checklist.run;

import java.util.List;

/**
 * Is one reason why a list is not ready: a line of its own, or several lines that failed for the same reason.
 *
 * @param message what was expected and found
 * @param lines the lines that failed for this reason, in list order; at least one
 * @param blocked the lines that were not asked because of it, in list order
 */
public record Cause(String message, List<Result> lines, List<Result> blocked) {
    /** Returns the first line that failed for this reason. */
    public Result first() {
        return lines.get(0);
    }
}
