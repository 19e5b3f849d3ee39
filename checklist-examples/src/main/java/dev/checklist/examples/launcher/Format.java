package dev.checklist.examples.launcher;

import dev.checklist.html.HtmlRenderer;
import dev.checklist.report.GitLabCodeQuality;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Report;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;

/** Is a format of reports. */
enum Format {
    HTML("report.html", (zone, runs) -> HtmlRenderer.create().withZone(zone).withEarlier(runs)),
    JSON("report.json", (zone, runs) -> JsonRenderer.create()),
    MD("report.md", (zone, runs) -> MarkdownRenderer.create().withZone(zone).withEarlier(runs)),
    JUNIT("report.xml", (zone, runs) -> JUnitXmlRenderer.create()),
    TEXT("report.txt", (zone, runs) -> TextRenderer.create().withZone(zone).withEarlier(runs)),
    GITLAB("gl-code-quality-report.json", (zone, runs) -> GitLabCodeQuality.create());

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // each makes a renderer anew
    private final BiFunction<ZoneId, List<Report>, Renderer> renderer;

    Format(String file, BiFunction<ZoneId, List<Report>, Renderer> renderer) {
        this.file = file;
        this.renderer = renderer;
    }

    /** Names the file where nobody else does. */
    String file() {
        return file;
    }

    /** Returns how it is written, by one who knows the runs before. */
    Renderer renderer(List<Report> earlier) {
        return renderer.apply(ZoneId.systemDefault(), earlier);
    }
}
