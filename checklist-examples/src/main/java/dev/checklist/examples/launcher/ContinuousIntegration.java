package dev.checklist.examples.launcher;

import dev.checklist.report.GitHubAnnotations;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.run.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells a CI system what was found, where this runs under one. */
final class ContinuousIntegration {
    private final Surroundings around;

    ContinuousIntegration(Surroundings around) {
        this.around = around;
    }

    /** Tells GitHub of a report: beside the run on standard output, and on the page of its summary. */
    void tell(Report report, PrintWriter out) throws IOException {
        if (around.isTrue("GITHUB_ACTIONS")) {
            GitHubAnnotations.create().render(report, out);
        }
        String summary = around.variables().get("GITHUB_STEP_SUMMARY");
        if (summary != null && !summary.isBlank()) {
            try (Writer page =
                    Files.newBufferedWriter(Path.of(summary), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                MarkdownRenderer.create().render(report, page);
                page.write("\n");
            }
        }
    }

    /** Says what GitLab needs, which reads a file where GitHub reads standard output. */
    void hint(ReportFiles files, PrintWriter err) {
        if (around.isTrue("GITLAB_CI") && !files.has(Format.GITLAB)) {
            err.println("GitLab shows what is broken beside the merge request: add"
                    + " --report gitlab=gl-code-quality-report.json, and that file as artifacts:reports:codequality");
        }
    }
}
