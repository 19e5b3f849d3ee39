package dev.checklist.k8s.logs;

import dev.checklist.Outcome;
import java.util.List;

/** Shows the first lines that match as evidence, whole, so that the runner masks them before anything is cut. */
record ShownLines(LogTerms terms, List<Finding> findings) {
    /** Reports for build servers leave out evidence that is named so. */
    private static final String NAME = "log line ";

    Outcome on(Outcome outcome) {
        Outcome shown = outcome.with(
                "lines read", findings.stream().mapToInt(Finding::lines).sum());
        int number = 0;
        for (Finding finding : terms.showsLines() ? findings : List.<Finding>of()) {
            for (LogLine line : finding.shown()) {
                if (++number <= LineSearch.MOST_SHOWN) {
                    shown = shown.with(NAME + number, line.time() + " " + finding.place() + ": " + line.shown());
                }
            }
        }
        return shown;
    }
}
