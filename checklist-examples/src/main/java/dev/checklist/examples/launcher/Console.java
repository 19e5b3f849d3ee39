package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.report.FirstScreen;
import dev.checklist.report.Summary;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * Says where a run is shown, and shows it.
 *
 * @param out where reports go
 * @param way where the progress goes
 * @param around the terminal
 * @param progress how much of the way is shown
 * @param files where reports are kept
 */
record Console(PrintWriter out, HeldBack way, Surroundings around, Progress progress, ReportFiles files) {
    /** Runs a list, and shows how it goes on. */
    Report watch(ChecklistRunner runner, Checklist list) {
        return progress.watch(runner, list, around, way);
    }

    /** Shows the report of a phase: what matters first, then all of it; or only the headline. */
    void show(Report report, List<Report> earlier, Path below) throws IOException {
        files.write(report, earlier, below);
        if (isQuiet()) {
            out.println(report.headline() + " · " + report.title());
        } else {
            print(FirstScreen.of(Summary.of(report, ZoneId.systemDefault()).withEarlier(earlier)));
            out.println();
            around.text().withEarlier(earlier).render(report, out);
            out.println();
        }
        new ContinuousIntegration(around).tell(report, out);
    }

    /** Shows the end of a page. */
    void close(String page, PageVerdict verdict) {
        List<String> rows = PageSummary.of(page, verdict);
        if (isQuiet()) {
            out.println(rows.get(rows.size() - 1));
            return;
        }
        out.println("Reports: " + files.folder());
        print(rows);
    }

    private boolean isQuiet() {
        return progress == Progress.NONE;
    }

    private void print(List<String> rows) {
        rows.forEach(out::println);
    }
}
