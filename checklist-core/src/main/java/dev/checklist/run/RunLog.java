package dev.checklist.run;

import dev.checklist.Checklist;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one INFO line at the start and at the end of a run, and DEBUG per attempt; nothing louder for a failed line. */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChecklistRunner.class);
    private static final Pattern LINE_ENDS_AND_CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

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

    /** Says where foreign code failed and why, in masked words: a stack trace would print its message as it stands. */
    static void failed(String what, Throwable failure, Redactor redactor) {
        LOG.warn("{} failed at {}: {}", what, place(failure), plain(redactor.mask(Judgement.describe(failure))));
    }

    private static String place(Throwable failure) {
        try {
            return plain(failure.getStackTrace()[0].toString());
        } catch (Throwable e) { // the exception is foreign code too, and may have no stack trace
            return "an unknown place";
        }
    }

    static void debug(String text) {
        LOG.debug(text);
    }

    /** Keeps foreign text from forging log lines. */
    private static String plain(String text) {
        return LINE_ENDS_AND_CONTROLS.matcher(text).replaceAll(" ");
    }
}
