package dev.checklist.examples.launcher;

import dev.checklist.html.HtmlRenderer;
import dev.checklist.report.GitLabCodeQuality;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.report.TextRenderer;
import java.time.ZoneId;
import java.util.function.Function;

/** Is a format of reports. */
enum Format {
    HTML("report.html", zone -> HtmlRenderer.create().withZone(zone)),
    JSON("report.json", zone -> JsonRenderer.create()),
    MD("report.md", zone -> MarkdownRenderer.create().withZone(zone)),
    JUNIT("report.xml", zone -> JUnitXmlRenderer.create()),
    TEXT("report.txt", zone -> TextRenderer.create().withZone(zone)),
    GITLAB("gl-code-quality-report.json", zone -> GitLabCodeQuality.create());

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // each makes a renderer anew
    private final Function<ZoneId, Renderer> renderer;

    Format(String file, Function<ZoneId, Renderer> renderer) {
        this.file = file;
        this.renderer = renderer;
    }

    /** Names the file where nobody else does. */
    String file() {
        return file;
    }

    Renderer renderer() {
        return renderer.apply(ZoneId.systemDefault());
    }
}
