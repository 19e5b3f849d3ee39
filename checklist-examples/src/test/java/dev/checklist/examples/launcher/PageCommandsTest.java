package dev.checklist.examples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.world.World;
import dev.checklist.examples.world.state.WorldState;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs phases of a page by settings, as a person or a pipeline does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageCommandsTest {
    private Path folder;
    private World world;
    private Path settings;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        world = World.start(WorldState.trackdechets());
        Properties properties = new Properties();
        properties.putAll(world.settings("trackdechets"));
        settings = folder.resolve("settings.properties");
        try (Writer writer = Files.newBufferedWriter(settings)) {
            properties.store(writer, null);
        }
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private Launched page(String command, String... more) {
        return page(Surroundings.unattended(Map.of()), command, more);
    }

    private Launched page(Surroundings around, String command, String... more) {
        List<String> all = new ArrayList<>(List.of(command, "trackdechets", "--settings", settings.toString()));
        all.addAll(List.of(more));
        return Launched.in(around, all.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_phase_speaks_for_itself_and_its_next_run_is_compared_with_it() {
        String[] run = {"--phase", "deploy", "--archive", file("runs"), "--report", "html=" + file("page.html")};
        Launched first = page("run", run);
        assertThat(first.out())
                .startsWith("READY · Trackdéchets: Deployment")
                .contains("before    NOT RUN", "deploy    READY", "INCOMPLETE · page trackdechets");
        assertThat(first.code()).isZero();
        assertThat(folder.resolve("page.html")).content().contains("Trackdéchets: Deployment");
        assertThat(page("run", run).out()).contains("since    ");
    }

    @Test
    void quiet_prints_the_headline_only() {
        Launched quiet = page("run", "--phase", "deploy", "--quiet", "--report", "text=" + file("q/page.txt"));
        assertThat(quiet.out().lines()).hasSize(2);
        assertThat(quiet.out()).startsWith("READY · ");
        assertThat(quiet.err()).isEmpty();
    }

    @Test
    void a_part_of_a_page_says_how_little_it_is_and_is_nothing_that_later_runs_rest_on() {
        String[] run = {"--only", "D142", "--archive", file("parts"), "--report", "text=" + file("p/page.txt")};
        Launched part = page("run", run);
        assertThat(part.code()).isEqualTo(2);
        assertThat(part.out().lines().findFirst().orElseThrow())
                .matches("INCOMPLETE · Trackdéchets: Deployment · PARTIAL: \\d+ of \\d+ lines were not selected");
        assertThat(part.out())
                .containsPattern("deploy    INCOMPLETE .* this run .* does not count: \\d+ of \\d+ lines were not")
                .doesNotContain("Trackdéchets: Before the deployment");
        assertThat(page("run", run).out()).doesNotContain("since    ");
        assertThat(folder.resolve("parts")).doesNotExist();
    }

    @Test
    void a_tag_that_no_line_has_is_refused() {
        Launched refused = page("run", "--phase", "deploy", "--only", "D999", "--report", "text=" + file("p/page.txt"));
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(
                        "checklist run: --only D999: no line of the phases [deploy] has such an id or"
                                + " tag: list --ids prints them");
    }

    @Test
    void a_phase_that_there_is_not_and_another_environment_are_refused() {
        assertThat(page("run", "--phase", "someday").err()).contains("no phase \"someday\"", "first-day");
        assertThat(page("run", "--environment", "moon").err())
                .contains("--environment moon: the list", "is about ", "as its settings say");
    }

    @Test
    void a_folder_for_reports_that_cannot_be_made_is_refused_before_the_run() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Launched refused = page("run", "--report", "text=" + file.resolve("page.txt"));
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err())
                .contains("cannot be written: expected a folder")
                .doesNotContain("PASSED");
    }

    @Test
    void list_prints_what_would_be_asked() {
        Launched list = page("list", "--phase", "before");
        assertThat(list.code()).isZero();
        assertThat(list.out())
                .contains("Trackdéchets: Before the deployment", "machine ", "people ")
                .doesNotContain("PASSED");
        assertThat(page("list").out()).contains("Trackdéchets: First 24 hours");
    }

    @Test
    void list_prints_what_names_a_line_elsewhere() {
        assertThat(page("list", "--phase", "verify", "--ids").out().lines())
                .contains("names-and-certificates/tls-is-valid-for-at-api D174");
    }

    @Test
    void rights_prints_the_roles_of_all_phases_as_one_set_or_the_policy() {
        Launched rights = page("rights");
        assertThat(rights.code()).isZero();
        assertThat(rights.out())
                .contains("kind: Role\n", "resourceNames")
                .containsOnlyOnce("namespace: \"trackdechets\"")
                .doesNotContain("s3:");
        Launched policy = page("rights", "--phase", "before", "--store");
        assertThat(policy.code()).isZero();
        assertThat(policy.out()).contains("s3:ListBucket").doesNotContain("kind: Role");
    }

    @Test
    void github_actions_gets_annotations_and_a_summary() {
        Map<String, String> github = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", file("summary.md"));
        Launched run = page(
                Surroundings.unattended(github), "run", "--phase", "before", "--report", "text=" + file("g/page.txt"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("::notice title=");
        assertThat(folder.resolve("summary.md")).content().contains("Trackdéchets: Before the deployment");
    }
}
