package dev.checklist.examples.launcher;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What CI systems are told. */
class ContinuousIntegrationTest {
    @TempDir
    private Path folder;

    private final Report report =
            ChecklistRunner.create().run(checklist("L", check("line", context -> Outcome.failed("gone"))));
    private final StringWriter out = new StringWriter();

    private static ContinuousIntegration with(Map<String, String> variables) {
        return new ContinuousIntegration(Surroundings.unattended(variables));
    }

    @Test
    void under_github_actions_each_cause_is_annotated() throws Exception {
        with(Map.of("GITHUB_ACTIONS", "true")).tell(report, new PrintWriter(out));
        assertThat(out.toString()).isEqualTo("::error title=line::gone\n");
    }

    @Test
    void elsewhere_nothing_is_annotated() throws Exception {
        with(Map.of()).tell(report, new PrintWriter(out));
        with(Map.of("GITHUB_ACTIONS", "false", "GITHUB_STEP_SUMMARY", "")).tell(report, new PrintWriter(out));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_summary_of_the_step_gets_each_report_as_markdown() throws Exception {
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        ContinuousIntegration github = with(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
        github.tell(report, new PrintWriter(out));
        github.tell(report, new PrintWriter(out));
        assertThat(Files.readString(summary))
                .startsWith("before\n")
                .containsSubsequence("NOT READY", "NOT READY", "gone");
    }

    @Test
    void under_gitlab_the_report_that_it_reads_is_named_unless_it_is_written() {
        assertThat(hint("--report", "html=F")).contains("--report gitlab=gl-code-quality-report.json");
        assertThat(hint("--report", "gitlab=F")).isEmpty();
    }

    private static String hint(String... options) {
        ReportFiles files = new ReportFiles();
        new CommandLine(CommandSpec.forAnnotatedObject(files))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(options);
        StringWriter err = new StringWriter();
        with(Map.of("GITLAB_CI", "true")).hint(files, new PrintWriter(err));
        return err.toString();
    }
}
