package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.examples.page.Phase;
import dev.checklist.history.RunArchive;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedTest {
    private static final Map<String, String> ABOUT = Map.of("release", "1.42.0");

    private RunArchive archive;

    @BeforeEach
    void archive(@TempDir Path folder) {
        archive = RunArchive.at(folder.resolve("archive"));
    }

    @Test
    void an_empty_archive_has_no_report() {
        assertThat(look().status()).isEqualTo(Status.FAILED);
        assertThat(look().message()).contains("none of 0 is one");
    }

    @Test
    void a_report_of_another_release_or_list_does_not_count() throws Exception {
        keep("Deployment", "1.41.3");
        keep("Verification", "1.42.0");
        assertThat(look().status()).isEqualTo(Status.FAILED);
        assertThat(look().message()).contains("none of 2 is one");
    }

    @Test
    void the_report_of_this_release_says_its_date() throws Exception {
        Report kept = keep("Deployment", "1.42.0");
        assertThat(look().status()).isEqualTo(Status.PASSED);
        assertThat(look().message())
                .contains(kept.facts().startedAt().toString().substring(0, 10));
    }

    private Report keep(String title, String release) throws Exception {
        Checklist list = checklist(title, signOff("anything")).about("release", release);
        Report report = ChecklistRunner.create().run(list);
        assertThat(archive.add(report).problem()).isEmpty();
        return report;
    }

    private Result look() {
        Check line = Archived.check(archive, Phase.DEPLOY, "Deployment", ABOUT);
        return ChecklistRunner.create().run(checklist("later", line)).lines().get(0);
    }
}
