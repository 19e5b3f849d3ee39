package dev.checklist.examples.launcher;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.history.RunArchive;
import dev.checklist.report.JsonRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has changed from one run to the next. */
class CompareTest {
    @TempDir
    private Path folder;

    private static Report run(String title, String version, boolean up) {
        return ChecklistRunner.create()
                .run(checklist(
                                title,
                                check("site is up", context -> up ? Outcome.passed("200") : Outcome.failed("503")),
                                check("disk is free", context -> up ? Outcome.failed("full") : Outcome.passed("free")))
                        .about("version", version));
    }

    private Path file(String name, Report report) throws Exception {
        return Files.writeString(folder.resolve(name), JsonRenderer.create().render(report));
    }

    @Test
    void two_reports_are_compared_line_by_line() throws Exception {
        Launched compared = Launched.run(
                "compare",
                file("old.json", run("L", "1.4", true)).toString(),
                file("new.json", run("L", "1.5", false)).toString());
        assertThat(compared.code()).isZero();
        assertThat(compared.out().lines())
                .contains(
                        "list     L",
                        "about    version 1.4 → 1.5",
                        "Newly red: 1 line",
                        "  ✗ FAILED site is up (site-is-up): 503; it was PASSED",
                        "Fixed: 1 line",
                        "  ✓ PASSED disk is free (disk-is-free): free; it was FAILED");
    }

    @Test
    void of_an_archive_the_last_two_runs_of_each_list_are_compared() throws Exception {
        RunArchive archive = RunArchive.at(folder.resolve("runs"));
        for (Report report :
                new Report[] {run("L", "1", true), run("M", "1", true), run("L", "1", false), run("L", "1", false)}) {
            assertThat(archive.add(report).problem()).isEmpty();
        }
        Launched compared =
                Launched.run("compare", "--archive", folder.resolve("runs").toString());
        assertThat(compared.out())
                .contains("M: only one run, of ", "both came to the same")
                .doesNotContain("Newly red");
    }

    @Test
    void a_run_of_a_part_is_named_and_not_compared() throws Exception {
        RunArchive archive = RunArchive.at(folder.resolve("runs"));
        assertThat(archive.add(run("L", "1", true)).number()).isEqualTo(1);
        assertThat(archive.add(ChecklistRunner.create()
                                .withSelection(Selection.all().skip("a"))
                                .run(checklist(
                                        "L",
                                        check("a", context -> Outcome.passed("seen")),
                                        check("b", context -> Outcome.passed("seen")))))
                        .number())
                .isEqualTo(2);
        Launched compared =
                Launched.run("compare", "--archive", folder.resolve("runs").toString());
        assertThat(compared.out()).contains("run 2 does not count: 1 of 2 lines were not selected", "L: only one run");
    }

    @Test
    void an_entry_that_was_edited_is_named_and_not_compared() throws Exception {
        RunArchive archive = RunArchive.at(folder.resolve("runs"));
        Path edited = archive.add(run("L", "1", true)).file();
        assertThat(archive.add(run("L", "1", false)).number()).isEqualTo(2);
        Files.writeString(edited, Files.readString(edited).replace("full", "fine"));
        Launched compared =
                Launched.run("compare", "--archive", folder.resolve("runs").toString());
        assertThat(compared.out()).contains("run 1 does not count: ");
    }

    @Test
    void reports_of_two_lists_are_not_compared() throws Exception {
        Launched refused = Launched.run(
                "compare",
                file("old.json", run("L", "1", true)).toString(),
                file("new.json", run("M", "1", true)).toString());
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("reports of two lists, \"L\" and \"M\"");
    }

    @Test
    void a_file_that_is_no_report_is_refused() throws Exception {
        String file = Files.writeString(folder.resolve("x.json"), "{}").toString();
        Launched refused = Launched.run("compare", file, file);
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err())
                .contains("the report " + file + " cannot be used: ")
                .doesNotContain("\tat ");
    }
}
