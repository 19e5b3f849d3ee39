package dev.checklist.report;

import dev.checklist.run.Result;
import java.util.List;

/**
 * Is a section or line in its place on the list, in words.
 *
 * @param result how it ended
 * @param title its text, with what sets it apart from a plain required line in brackets
 * @param message what was expected and found, or the counts of a section; may be blank
 * @param seen when it was seen, in UTC; empty if never
 * @param local the hour and minute of it in the reader's zone, with +1 or -1 on another day; empty if that is UTC
 * @param attempts how many looks it took, such as "after 3 attempts in 4 s"; empty for one
 * @param details what else is told; none of a section
 */
public record Row(
        Result result, String title, String message, String seen, String local, String attempts, List<Detail> details) {
    static Row of(Result result, Times times) {
        boolean isLine = result.line().kind().isLine();
        return isLine
                ? new Row(
                        result,
                        Wording.title(result),
                        Wording.message(result),
                        times.seen(result),
                        times.local(result),
                        Wording.attempts(result),
                        List.copyOf(LineDetails.of(result)))
                : new Row(result, Wording.title(result.line()), result.message(), "", "", "", List.of());
    }

    /** Tells whether it is a line, not a section. */
    public boolean isLine() {
        return result.line().kind().isLine();
    }
}
