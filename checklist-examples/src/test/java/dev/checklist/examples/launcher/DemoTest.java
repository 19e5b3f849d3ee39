package dev.checklist.examples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a process of its own, with the world in it. */
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void the_demo_of_both_pages_ends_ready_with_exit_code_0_and_writes_its_reports() throws Exception {
        Path reports = folder.resolve("new/report");
        Launched demo = Launched.start(
                folder, "run", "ticketer", "trackdechets", "--demo", "--report", "json=" + reports.resolve("r.json"));
        assertThat(demo.out())
                .startsWith("READY · Ticketer: Before the deployment")
                .contains("READY · page ticketer", "Reports: " + reports)
                .endsWith("READY · page trackdechets" + System.lineSeparator())
                .doesNotContain("NOT READY", "INCOMPLETE");
        assertThat(demo.code()).isZero();
        assertThat(demo.err().lines()).hasSizeGreaterThan(300).allMatch(line -> line.contains("✓ PASSED"));
        assertThat(written(reports))
                .containsExactly(
                        "ticketer/before/r.json",
                        "ticketer/deploy/r.json",
                        "ticketer/verify/r.json",
                        "trackdechets/before/r.json",
                        "trackdechets/deploy/r.json",
                        "trackdechets/first-day/r.json",
                        "trackdechets/verify/r.json");
    }

    @Test
    void a_wrong_command_line_ends_with_exit_code_64() throws Exception {
        Launched wrong = Launched.start(folder, "run", "ticketer", "--wrong");
        assertThat(wrong.err()).contains("Unknown option: '--wrong'");
        assertThat(wrong.code()).isEqualTo(64);
    }

    private static List<String> written(Path reports) throws Exception {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> reports.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
