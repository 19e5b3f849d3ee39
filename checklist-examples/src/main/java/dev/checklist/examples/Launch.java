package dev.checklist.examples;

import dev.checklist.Checklist;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the list against the addresses of a settings file, shows the report and writes it to files.
 *
 * @param selection which lines
 * @param attestor who answers for people
 * @param folder where the reports go
 * @param console where to show it
 * @param rehearsal whether lines may write and put load on what they look at, since it is a world of ours
 */
record Launch(Selection selection, Attestor attestor, Path folder, Console console, boolean rehearsal) {

    /**
     * Runs the list.
     *
     * @throws IllegalArgumentException if a setting, the selection or the folder is wrong; nothing was asked then
     * @throws IOException if a report cannot be written
     */
    Report run(Path settingsFile) throws IOException {
        requireFolder();
        TicketerSettings settings = TicketerSettings.read(settingsFile);
        try (TicketerChecklist ticketer = new TicketerChecklist(settings)) {
            Checklist page = ticketer.page();
            ChecklistRunner runner = ChecklistRunner.create();
            Report report = (rehearsal ? runner.withWrites().withLoad() : runner)
                    .withSecrets(settings.secrets())
                    .withSelection(selection)
                    .withAttestor(attestor)
                    .withListener(console.progress())
                    .run(page);
            Reports.write(report, folder);
            show(report, page);
            return report;
        }
    }

    /** Refuses before the run what would lose its reports after it. */
    private void requireFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--report " + folder + " cannot be made: expected a folder that may be written to (" + e + ")", e);
        }
    }

    /** Repeats the verdict below the list, since a long report ends far from its head. */
    private void show(Report report, Checklist page) throws IOException {
        console.text().render(report, console.out());
        console.out().println();
        console.out().println(TicketerChecklist.tally(page));
        console.out().println("Reports: " + folder.toAbsolutePath().normalize());
        console.out().println(report.headline());
    }
}
