package dev.checklist.report;

import dev.checklist.run.Cause;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * Is what a build server shows beside a build: a cause, an open question, a finding; never a diagnosis, which may hold
 * lines of a log.
 *
 * @param level how much it matters
 * @param title what it is about
 * @param message what was found
 * @param key tells it from the others of a report, and is the same in the next run
 */
record Annotation(Level level, String title, String message, String key) {
    enum Level {
        ERROR,
        WARNING,
        NOTICE
    }

    static List<Annotation> of(Report report) {
        List<Annotation> all = new ArrayList<>();
        for (Cause cause : report.causes()) {
            int more = cause.lines().size() - 1;
            String title = Wording.title(cause.first()) + (more > 0 ? " and " + Wording.count(more, "more line") : "");
            all.add(new Annotation(
                    Level.ERROR, title, message(cause), cause.first().id()));
        }
        for (String finding : report.findings()) {
            all.add(new Annotation(Level.WARNING, report.title(), finding, finding));
        }
        for (Result open : report.open()) {
            all.add(new Annotation(Level.NOTICE, Wording.title(open), open.message(), open.id()));
        }
        return List.copyOf(all);
    }

    private static String message(Cause cause) {
        int blocked = cause.blocked().size();
        return cause.message()
                + (blocked == 0 ? "" : " (" + Wording.count(blocked, "line") + " blocked by it)")
                + Wording.next(cause.first()).map(remedy -> "; next: " + remedy).orElse("");
    }
}
