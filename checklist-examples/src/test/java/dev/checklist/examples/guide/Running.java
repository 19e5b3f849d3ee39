package dev.checklist.examples.guide;

// guide: running
import dev.checklist.Checklist;
import dev.checklist.html.HtmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.ProgressLine;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class Running {
    int run(Checklist page, String password) throws IOException {
        TextRenderer text = TextRenderer.create();
        Report report = ChecklistRunner.create()
                .withDeadline(Duration.ofMinutes(20))
                .withSecrets(password)
                .withListener(ProgressLine.plain(text, System.out))
                .run(page);
        text.render(report, System.out);
        Files.writeString(Path.of("report.html"), HtmlRenderer.create().render(report));
        Files.writeString(Path.of("report.json"), JsonRenderer.create().render(report));
        return report.verdict().exitCode();
    }
}
// guide: end
