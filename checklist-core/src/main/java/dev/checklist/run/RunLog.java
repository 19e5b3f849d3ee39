package dev.checklist.run;

import dev.checklist.Checklist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one INFO line at the start and at the end of a run, and DEBUG per attempt; nothing louder for a failed line. */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChecklistRunner.class);

    private RunLog() {}

    static void started(Checklist checklist, int lines) {
        LOG.info("Checklist \"{}\" starts: {} lines", plain(checklist.title()), lines);
    }

    static void ended(Report report) {
        LOG.info("Checklist \"{}\" ended: {}", plain(report.title()), report.verdict());
    }

    static void attempt(Line line, Attempt attempt, int number) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} attempt {}: {}",
                    plain(line.id()),
                    number,
                    plain(attempt.outcome().toString()));
        }
    }

    /** Keeps foreign text from forging log lines. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }
}
