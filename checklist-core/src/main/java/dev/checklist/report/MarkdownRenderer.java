package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.run.Comparison;
import dev.checklist.run.Report;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * Writes the paper list again: a heading for each section, a box for each line, ticked only where the line is PASSED or
 * WAIVED, after the verdict and the causes. Fit for a pull request, a wiki or {@code $GITHUB_STEP_SUMMARY}.
 *
 * <p>Task-list items are the lines of the list and nothing else. No markup, link or HTML comes from any text.
 */
public final class MarkdownRenderer implements Renderer {
    private final ZoneId zone;
    private final List<Report> earlier;

    private MarkdownRenderer(ZoneId zone, List<Report> earlier) {
        this.zone = zone;
        this.earlier = earlier;
    }

    /** Makes a renderer with times in UTC. */
    public static MarkdownRenderer create() {
        return new MarkdownRenderer(ZoneOffset.UTC, List.of());
    }

    /**
     * Shows every time in the reader's zone too; default: in UTC only.
     *
     * @throws IllegalArgumentException if it is null
     */
    public MarkdownRenderer withZone(ZoneId reader) {
        return new MarkdownRenderer(Zones.present(reader), earlier);
    }

    /**
     * Tells besides what has changed since the last of these runs of the list, and since when open lines have been open;
     * replaces. Default: none are known, and nothing is said.
     */
    public MarkdownRenderer withEarlier(Collection<Report> runs) {
        return new MarkdownRenderer(zone, List.copyOf(runs));
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        new MarkdownReport(Summary.of(report, zone).withEarlier(earlier), out).write();
    }

    /**
     * Writes what has changed between two runs: newly red, fixed, newly waived, flaky, slower.
     *
     * @throws IOException if {@code out} throws it
     */
    public void render(Comparison comparison, Appendable out) throws IOException {
        MarkdownPage page = new MarkdownPage(out);
        page.heading(1, MarkdownText.text(Changes.headline(comparison)));
        for (Detail fact : Changes.facts(comparison)) {
            page.bullet("- " + MarkdownPage.fact(fact));
        }
        for (Block block : Changes.blocks(comparison)) {
            MarkdownBlocks.write(page, block);
        }
    }

    /**
     * Writes runs of several environments side by side, what differs first.
     *
     * @throws IOException if {@code out} throws it
     */
    public void render(ReportMatrix matrix, Appendable out) throws IOException {
        MarkdownMatrix.write(matrix, out);
    }

    @Override
    public void render(Checklist list, Appendable out) throws IOException {
        MarkdownBlank.write(list, out);
    }
}
