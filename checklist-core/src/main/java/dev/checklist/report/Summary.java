package dev.checklist.report;

import dev.checklist.run.Report;
import java.time.ZoneId;
import java.util.List;

/**
 * Puts what a report says into words, in the order in which a reader at 2 a.m. needs it: verdict, facts, causes, what is
 * open, then the list. For renderers of your own: every format of this library is made from it.
 *
 * <p>Texts are masked, and not yet safe for any format: escape them, after {@link Visible#line} has shown controls.
 */
public final class Summary {
    private final Report report;
    private final Times times;
    private final List<Detail> facts;

    private Summary(Report report, Times times, List<Detail> facts) {
        this.report = report;
        this.times = times;
        this.facts = facts;
    }

    /**
     * Sums up a report; times are in UTC, and those of the run in the reader's zone too where that is another.
     *
     * @throws IllegalArgumentException if the zone is null
     */
    public static Summary of(Report report, ZoneId reader) {
        Times times = Times.of(report);
        return new Summary(report, times, List.copyOf(Facts.of(report, times, Zones.present(reader))));
    }

    /** Returns the verdict in words, such as "NOT READY". */
    public String verdict() {
        return report.verdict().name().replace('_', ' ');
    }

    /** Returns the counts behind the verdict, such as "1 failed · 3 passed"; the rest of {@link Report#headline}. */
    public String counts() {
        return report.headline().substring(verdict().length()).replaceFirst("^ · ", "");
    }

    /** Returns the head of the report: what the list is about, what was judged, by whom and when. */
    public List<Detail> facts() {
        return facts;
    }

    /** Returns what needs attention, causes first; a block has at most 50 points and says how many more there are. */
    public List<Block> blocks() {
        return Blocks.of(report, times);
    }

    /** Returns the sections and lines, in list order. */
    public List<Row> rows() {
        return report.results().stream().map(result -> Row.of(result, times)).toList();
    }

    /** Returns the number of characters that a time in {@link Row#seen} has. */
    int timeWidth() {
        return times.width();
    }
}
