package dev.checklist.benchmarks;

import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import org.openjdk.jol.info.GraphLayout;

/**
 * Walks the heap from a report and adds up every object that it keeps alive, strings and their arrays included.
 *
 * <p>What the report shares with the list, such as titles, counts as the report's: it would keep it alive alone.
 */
final class ReportSize {
    private ReportSize() {}

    /** Returns the bytes per check that a report of so many passed checks retains. */
    static double bytesPerCheck(int checks) {
        Report report = ChecklistRunner.create().run(Lists.passing(checks)).requireReady();
        return (double) GraphLayout.parseInstance(report).totalSize() / checks;
    }
}
