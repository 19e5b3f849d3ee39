package dev.checklist.examples.readme;

// readme: embedding
import dev.checklist.Checklist;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.IOException;

class Embedding {
    void release(Checklist page) throws IOException {
        Report report = ChecklistRunner.create().run(page);
        TextRenderer.create().render(report, System.out);
        report.requireReady(); // throws NotReadyException, with the causes in its message
    }
}
// readme: end
