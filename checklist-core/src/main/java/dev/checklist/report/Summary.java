package dev.checklist.report;

import dev.checklist.run.Report;
import java.time.ZoneId;
import java.util.Collection;
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
    private final Earlier earlier;

    private Summary(Report report, Times times, Earlier earlier) {
        this.report = report;
        this.times = times;
        this.earlier = earlier;
    }

    /**
     * Sums up a report; times are in UTC, and those of the run in the reader's zone too where that is another.
     *
     * @throws IllegalArgumentException if the zone is null
     */
    public static Summary of(Report report, ZoneId reader) {
        return new Summary(report, Times.of(report, Zones.present(reader)), Earlier.of(report, List.of()));
    }

    /**
     * Tells besides what has changed since the last of these runs, and since when open lines have been open; replaces.
     * Runs of other lists, and those that began later, are left out. Default: none are known, and nothing is said.
     */
    public Summary withEarlier(Collection<Report> runs) {
        return new Summary(report, times, Earlier.of(report, runs));
    }

    /** Returns the report that is summed up. */
    public Report report() {
        return report;
    }

    /** Returns the verdict in words, such as "NOT READY". */
    public String verdict() {
        return report.verdict().name().replace('_', ' ');
    }

    /** Returns the counts behind the verdict, such as "1 failed · 3 passed"; the rest of {@link Report#headline}. */
    public String counts() {
        return report.headline().substring(verdict().length()).replaceFirst("^ · ", "");
    }

    /**
     * Returns the head of the report: what the list is about, what was judged, what is open by owner, the highlighted
     * lines, what has changed, by whom and when the run was made.
     */
    public List<Detail> facts() {
        return List.copyOf(Facts.head(report, times, earlier));
    }

    /**
     * Returns the foot of the report: how old the oldest evidence is and until when all of it counts, the name of the
     * run and its digest, what it asked, and which answers it knew.
     */
    public List<Detail> run() {
        return List.copyOf(Facts.foot(report, times));
    }

    /** Returns the zones in which the times of lines are given, such as "UTC and Europe/Zurich". */
    public String zones() {
        return times.zones();
    }

    /** Returns what needs attention, causes first; a block has at most 50 points and says how many more there are. */
    public List<Block> blocks() {
        return Blocks.of(report, times, earlier);
    }

    /** Returns the sections and lines, in list order. */
    public List<Row> rows() {
        return report.results().stream().map(result -> Row.of(result, times)).toList();
    }

    /** Returns the number of characters that a time in {@link Row#seen} has. */
    int timeWidth() {
        return times.width();
    }

    /** Returns the number of characters that a time in {@link Row#local} has at most; 0 if there is none. */
    int localWidth() {
        return rows().stream().mapToInt(row -> row.local().length()).max().orElse(0);
    }
}
