package dev.checklist.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.launcher.Launcher;
import dev.checklist.examples.launcher.Surroundings;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs both pages by the launcher, with the filled sample settings, and compares every line with a table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePagesIT {
    /** Where to look for what a new line of a table should be. */
    private static final Path FOUND = Path.of("target", "live");

    private Path folder;
    private LiveWorld world;
    private Set<String> served;
    private int minor;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        world = LiveWorld.start(folder);
        served = world.server().served();
        minor = world.server().minor();
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    private record Launched(int code, String out) {
        static Launched of(String... arguments) {
            StringWriter out = new StringWriter();
            int code = Launcher.command(Surroundings.unattended(Map.of()))
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(out, true))
                    .execute(arguments);
            return new Launched(code, out.toString());
        }
    }

    /** Runs a page, whose reports go to a folder of that name, and compares its lines with the table. */
    private List<String> differences(String page, Path settings, String name) throws IOException {
        Path reports = folder.resolve(name);
        Launched run = Launched.of(
                "run",
                page,
                "--settings",
                settings.toString(),
                "--archive",
                reports.resolve("archive").toString(),
                "--writes",
                "--load",
                "--report",
                "json=" + reports.resolve("report.json"));
        assertThat(run.code()).as(run.out()).isEqualTo(Verdict.NOT_READY.exitCode());
        LiveTable found = LiveTable.found(reports.resolve(page), text -> world.named(page, text));
        Files.writeString(Files.createDirectories(FOUND).resolve(name + ".txt"), found.toString());
        return found.difference(LiveTable.read("/live-" + page + ".txt", served::contains, minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticketer", "trackdechets"})
    void every_line_ends_as_the_table_says(String page) throws Exception {
        assertThat(differences(page, world.settings(page), "live-" + page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticketer", "trackdechets"})
    void an_account_with_the_printed_rights_alone_sees_the_same(String page) throws Exception {
        Launched rights =
                Launched.of("rights", page, "--settings", world.settings(page).toString());
        assertThat(rights.code()).as(rights.out()).isZero();
        try (LiveReader reader = LiveReader.of(world.server(), page, rights.out())) {
            Path kubeconfig = reader.kubeconfig(folder.resolve(page + ".kubeconfig"));
            assertThat(differences(page, world.settings(page, kubeconfig), "reader-" + page))
                    .isEmpty();
        }
    }
}
