package dev.checklist.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.launcher.Launcher;
import dev.checklist.examples.launcher.Surroundings;
import dev.checklist.run.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs both pages by the launcher, with the filled sample settings, and compares every line with a table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePagesIT {
    private @Nullable LiveWorld world;
    /** Where to look for what a new line of a table should be. */
    private static final Path FOUND = Path.of("target", "live");

    private final Map<String, LiveTable> found = new TreeMap<>();
    private Path folder;
    private Set<String> served;
    private int minor;
    private int code;
    private String out;

    @BeforeAll
    void run(@TempDir Path temporary) throws Exception {
        folder = temporary;
        LiveWorld world = LiveWorld.start(folder);
        this.world = world;
        served = world.server().served();
        minor = world.server().minor();
        StringWriter printed = new StringWriter();
        code = Launcher.command(Surroundings.unattended(Map.of()))
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(
                        "run",
                        "ticketer",
                        "trackdechets",
                        "--settings",
                        world.settings("ticketer").toString(),
                        "--settings",
                        world.settings("trackdechets").toString(),
                        "--writes",
                        "--load",
                        "--report",
                        "json=" + folder.resolve("out/report.json"));
        out = printed.toString();
        for (String page : List.of("ticketer", "trackdechets")) {
            LiveTable lines = LiveTable.found(folder.resolve("out").resolve(page), text -> world.named(page, text));
            Files.writeString(Files.createDirectories(FOUND).resolve("live-" + page + ".txt"), lines.toString());
            found.put(page, lines);
        }
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticketer", "trackdechets"})
    void every_line_ends_as_the_table_says(String page) throws Exception {
        LiveTable table = LiveTable.read("/live-" + page + ".txt", served::contains, minor);
        assertThat(found.get(page).difference(table)).as(out).isEmpty();
    }

    @Test
    void a_page_that_is_not_ready_exits_with_1() {
        assertThat(code).as(out).isEqualTo(Verdict.NOT_READY.exitCode());
    }
}
