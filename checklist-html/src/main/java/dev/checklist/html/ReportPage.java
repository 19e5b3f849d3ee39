package dev.checklist.html;

import dev.checklist.report.Summary;
import dev.checklist.run.Report;
import java.util.List;

/**
 * Is what the page of a report shows.
 *
 * @param report the report
 * @param summary its words
 * @param tree sections and lines, nested
 * @param tallies how many lines each status has; none that has no line
 */
public record ReportPage(Report report, Summary summary, List<Branch> tree, List<Tally> tallies) {
    /** Returns the number of lines. */
    public int lines() {
        return tallies.stream().mapToInt(Tally::lines).sum();
    }
}
