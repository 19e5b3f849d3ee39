package dev.checklist.examples.trackdechets;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.examples.page.Phase;
import dev.checklist.history.ArchivedRun;
import dev.checklist.history.RunArchive;
import dev.checklist.run.Report;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for the report of a whole phase in the archive: about the same release and place, and with its date.
 *
 * @param title the title of the phase's list
 * @param about what the list is about
 */
record Archived(RunArchive archive, String title, Map<String, String> about) implements Probe {
    static Check check(RunArchive archive, Phase phase, String title, Map<String, String> about) {
        return Check.of(
                        "archive has " + phase.id(),
                        "the archive has a report of \"" + phase.title() + "\" for this release, and its date",
                        new Archived(archive, title, about))
                .remedy("run the phase " + phase.id() + " with the same settings");
    }

    @Override
    public Outcome evaluate(CheckContext context) throws IOException {
        List<ArchivedRun> runs = archive.runs();
        for (int i = runs.size() - 1; i >= 0; i--) {
            Optional<Report> found = runs.get(i).report().filter(this::isWanted);
            if (found.isPresent()) {
                String date = runs.get(i).startedAt().toString();
                return Outcome.passed("run of " + date + ", " + found.get().verdict())
                        .with("date", date);
            }
        }
        return Outcome.failed("expected a report of \"" + title + "\" about " + about + " in the archive but none of "
                + runs.size() + " is one");
    }

    private boolean isWanted(Report report) {
        return report.title().equals(title) && report.about().equals(about) && !report.isPartial();
    }
}
