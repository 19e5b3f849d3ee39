package dev.checklist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a process of its own, with a world in another one. */
class DemoTest {
    @TempDir
    private Path folder;

    private Path reports;

    private Launcher demo(String... arguments) throws Exception {
        reports = folder.resolve("new/report");
        String[] all = new String[arguments.length + 3];
        all[0] = "--demo";
        all[1] = "--report";
        all[2] = reports.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Launcher.start(folder, all);
    }

    @Test
    void the_demo_ends_ready_with_exit_code_0_and_writes_its_reports() throws Exception {
        Launcher demo = demo();
        assertThat(demo.out())
                .startsWith("READY · 113 passed")
                .contains("machine 82, people 31", "Reports: " + reports);
        assertThat(demo.code()).isZero();
        assertThat(reports).isDirectoryContaining("glob:**/report.{json,md,xml}");
        assertThat(Files.list(reports)).hasSize(3);
        assertThat(demo.err().lines()).hasSize(113).allMatch(line -> line.contains("✓ PASSED"));
    }

    @Test
    void the_demo_without_its_people_ends_incomplete_with_exit_code_2() throws Exception {
        Launcher demo = demo("--unattended");
        assertThat(demo.out()).startsWith("INCOMPLETE · 32 pending · 81 passed");
        assertThat(demo.code()).isEqualTo(2);
    }

    @Test
    void a_broken_demo_ends_not_ready_with_exit_code_1_and_its_verdict_last() throws Exception {
        Launcher demo = demo("--broken", "pods-crash-loop");
        assertThat(demo.out()).startsWith("NOT READY · 1 failed").contains("CrashLoopBackOff");
        assertThat(demo.out().strip().lines().reduce((before, last) -> last).orElseThrow())
                .startsWith("NOT READY · 1 failed");
        assertThat(demo.code()).isEqualTo(1);
    }

    @Test
    void a_wrong_command_line_ends_with_exit_code_64() throws Exception {
        Launcher wrong = Launcher.start(folder, "--wrong");
        assertThat(wrong.err()).contains("Unknown option: '--wrong'");
        assertThat(wrong.code()).isEqualTo(64);
    }
}
