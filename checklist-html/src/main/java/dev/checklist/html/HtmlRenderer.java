package dev.checklist.html;

import dev.checklist.Checklist;
import dev.checklist.report.Outline;
import dev.checklist.report.Renderer;
import dev.checklist.report.Summary;
import dev.checklist.run.Report;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes a report as one HTML page to be opened from a mail, a build or a shared folder: verdict and causes first, then
 * the list, with filters by status, attempts as a timeline, evidence folded.
 *
 * <p>The page loads nothing: its style and script stand in it, a content security policy allows exactly these two by
 * their hashes, and no text of a report can become markup. Without scripts everything is shown and nothing is lost.
 * Encode it as UTF-8. Modifiers return changed copies.
 */
public final class HtmlRenderer implements Renderer {
    private final TemplateEngine templates;
    private final Assets assets;
    private final ZoneId zone;
    private final List<Report> earlier;

    private HtmlRenderer(TemplateEngine templates, Assets assets, ZoneId zone, List<Report> earlier) {
        this.templates = templates;
        this.assets = assets;
        this.zone = zone;
        this.earlier = earlier;
    }

    /** Makes a renderer with times in UTC. */
    public static HtmlRenderer create() {
        ClassLoader loader = HtmlRenderer.class.getClassLoader();
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, loader, "dev.checklist.html.page");
        return new HtmlRenderer(templates, Assets.read(), ZoneOffset.UTC, List.of());
    }

    /**
     * Shows every time in the reader's zone too; default: in UTC only.
     *
     * @throws IllegalArgumentException if it is null
     */
    public HtmlRenderer withZone(ZoneId reader) {
        if (reader == null) {
            throw new IllegalArgumentException("zone is null: give the reader's zone or leave the call out");
        }
        return new HtmlRenderer(templates, assets, reader, earlier);
    }

    /**
     * Tells besides what has changed since the last of these runs of the list, and since when open lines have been open;
     * replaces. Default: none are known, and nothing is said.
     */
    public HtmlRenderer withEarlier(Collection<Report> runs) {
        return new HtmlRenderer(templates, assets, zone, List.copyOf(runs));
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Summary summary = Summary.of(report, zone).withEarlier(earlier);
        ReportPage page = new ReportPage(report, summary, Branch.of(summary.rows()), Tally.of(report));
        write("report.jte", Map.of("page", page, "assets", assets), out);
    }

    @Override
    public void render(Checklist list, Appendable out) throws IOException {
        write("blank.jte", Map.of("title", list.title(), "outline", Outline.of(list), "assets", assets), out);
    }

    private void write(String template, Map<String, Object> model, Appendable out) throws IOException {
        StringOutput html = new StringOutput();
        templates.render(template, model, html);
        out.append(html.toString());
    }
}
