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
 * Writes a report for a terminal or a log: the verdict, the causes, what is open for people, then the whole list.
 *
 * <p>No meaning is carried by colour alone. Controls, escape sequences and bidirectional overrides in any text are shown
 * as <code>&#92;u001b</code>; a text is cut after 1000 characters, evidence at the width. Modifiers return changed copies.
 */
public final class TextRenderer implements Renderer {
    /** The width if {@link #withWidth} is left out. */
    public static final int DEFAULT_WIDTH = 100;

    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 1_000;

    private final TextStyle style;
    private final List<Report> earlier;

    private TextRenderer(TextStyle style, List<Report> earlier) {
        this.style = style;
        this.earlier = earlier;
    }

    /** Makes a renderer without colour, in Unicode, 100 columns wide, with times in UTC. */
    public static TextRenderer create() {
        return new TextRenderer(new TextStyle(false, false, DEFAULT_WIDTH, ZoneOffset.UTC), List.of());
    }

    /** Adds colour by escape sequences, for a terminal that shows them; default: none. */
    public TextRenderer withColour(boolean colour) {
        return new TextRenderer(new TextStyle(colour, style.ascii(), style.width(), style.zone()), earlier);
    }

    /** Writes ASCII only, other characters as <code>&#92;u00e9</code>, for a terminal without Unicode; default: Unicode. */
    public TextRenderer withAscii(boolean ascii) {
        return new TextRenderer(new TextStyle(style.colour(), ascii, style.width(), style.zone()), earlier);
    }

    /**
     * Sets the number of columns at which text is wrapped between words, from 40 to 1000; default 100. A word or a command
     * that is longer is left whole.
     *
     * @throws IllegalArgumentException if it is out of these bounds
     */
    public TextRenderer withWidth(int columns) {
        if (columns < LEAST_WIDTH || columns > MOST_WIDTH) {
            throw new IllegalArgumentException(
                    "width is " + columns + ": expected between " + LEAST_WIDTH + " and " + MOST_WIDTH + " columns");
        }
        return new TextRenderer(new TextStyle(style.colour(), style.ascii(), columns, style.zone()), earlier);
    }

    /**
     * Shows every time in the reader's zone too; default: in UTC only.
     *
     * @throws IllegalArgumentException if it is null
     */
    public TextRenderer withZone(ZoneId zone) {
        return new TextRenderer(
                new TextStyle(style.colour(), style.ascii(), style.width(), Zones.present(zone)), earlier);
    }

    /**
     * Tells besides what has changed since the last of these runs of the list, and since when open lines have been open;
     * replaces. Default: none are known, and nothing is said.
     */
    public TextRenderer withEarlier(Collection<Report> runs) {
        return new TextRenderer(style, List.copyOf(runs));
    }

    TextStyle style() {
        return style;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        new TextReport(Summary.of(report, style.zone()).withEarlier(earlier), out, style).write();
    }

    /**
     * Writes what has changed between two runs: newly red, fixed, newly waived, flaky, slower.
     *
     * @throws IOException if {@code out} throws it
     */
    public void render(Comparison comparison, Appendable out) throws IOException {
        TextPage page = new TextPage(out, style);
        TextBlocks blocks = new TextBlocks(page, style);
        page.heading(Changes.headline(comparison));
        for (Detail fact : Changes.facts(comparison)) {
            blocks.detail("", fact);
        }
        for (Block block : Changes.blocks(comparison)) {
            blocks.write(block);
        }
    }

    /**
     * Writes runs of several environments side by side, what differs first.
     *
     * @throws IOException if {@code out} throws it
     */
    public void render(ReportMatrix matrix, Appendable out) throws IOException {
        new TextMatrix(matrix, out, style).write();
    }

    @Override
    public void render(Checklist list, Appendable out) throws IOException {
        new TextBlank(list, out, style).write();
    }
}
