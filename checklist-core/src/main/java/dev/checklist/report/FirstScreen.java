package dev.checklist.report;

import dev.checklist.run.Cause;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what matters of a report in at most 12 rows, fit for a chat message: the verdict, what was judged, causes with
 * owner and next command, what is open by owner, the highlighted lines, what has changed, how old the evidence is.
 *
 * <p>Rows are cut, and what they would show of controls is written out, so that they can be printed as they are.
 */
public final class FirstScreen {
    /** There are never more rows than this. */
    public static final int MOST_ROWS = 12;

    private static final int LABEL = 9;
    private static final int WIDTH = 360;
    private static final int TITLE = 60;
    private static final int MESSAGE = 150;
    private static final int COMMAND = 100;
    private static final int MOST_FACTS = 6;
    private static final int MOST_HIGHLIGHTS = 2;
    private static final int SHORT_DIGEST = 12;

    private FirstScreen() {}

    /** Returns the rows, each of one line; causes that do not fit are counted. */
    public static List<String> of(Summary summary) {
        Report report = summary.report();
        List<Detail> facts = new ArrayList<>(summary.facts());
        facts.addAll(summary.run());
        List<String> before = new ArrayList<>();
        before.add(row(summary.verdict() + " · " + report.title() + part(report)));
        before.addAll(pairs("about", report.about()));
        before.addAll(pairs("judged", Facts.judged(report)));
        List<String> after = new ArrayList<>(labelled(facts, "open"));
        after.addAll(highlights(report));
        after.addAll(labelled(facts, "since"));
        after.add(row("counts", counts(summary)));
        after.addAll(labelled(facts, "evidence"));
        after.add(row(
                "run",
                report.runId() + " by " + report.facts().user() + " on "
                        + report.facts().host() + " · digest " + report.digest().substring(0, SHORT_DIGEST)));
        List<String> rows = new ArrayList<>(before);
        rows.addAll(causes(report.causes(), MOST_ROWS - before.size() - after.size()));
        rows.addAll(after);
        return List.copyOf(rows);
    }

    /** Says of how little of its list a report speaks. */
    private static String part(Report report) {
        int unasked = report.unselected().size();
        int all = report.lines().size() + unasked;
        return report.isPartial()
                ? " · PARTIAL: " + unasked + " of " + Wording.count(all, "line") + " were not selected"
                : "";
    }

    private static String row(String text) {
        return Columns.cut(Visible.line(Highlights.DIGEST.matcher(text).replaceAll("$1…")), WIDTH);
    }

    private static String row(String label, String text) {
        return TextStyle.padded(label + " ", LABEL) + row(text);
    }

    private static List<String> labelled(List<Detail> facts, String label) {
        return facts.stream()
                .filter(detail -> detail.label().equals(label))
                .map(detail -> row(label, detail.text()))
                .toList();
    }

    private static List<String> pairs(String label, Map<String, String> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Stream<String> shown =
                pairs.entrySet().stream().limit(MOST_FACTS).map(pair -> pair.getKey() + " " + pair.getValue());
        int more = pairs.size() - MOST_FACTS;
        String words = Stream.concat(shown, more > 0 ? Stream.of("and " + more + " more") : Stream.empty())
                .collect(Collectors.joining(" · "));
        return List.of(row(label, words));
    }

    private static List<String> highlights(Report report) {
        List<Detail> all = Highlights.of(report);
        List<Detail> shown = all.stream().limit(MOST_HIGHLIGHTS).toList();
        int more = all.size() - shown.size();
        return shown.stream()
                .map(detail -> row(
                        detail.label(),
                        detail.text()
                                + (more > 0 && detail.equals(shown.get(MOST_HIGHLIGHTS - 1))
                                        ? " · and " + more + " highlighted lines more"
                                        : "")))
                .toList();
    }

    private static List<String> causes(List<Cause> causes, int room) {
        int shown = causes.size() <= room ? causes.size() : Math.max(1, room - 1);
        Stream<String> rows = causes.stream().limit(shown).map(FirstScreen::cause);
        int more = causes.size() - shown;
        return (more > 0 ? Stream.concat(rows, Stream.of("and " + Wording.count(more, "cause") + " more")) : rows)
                .toList();
    }

    private static String cause(Cause cause) {
        Line line = cause.first().line();
        int others = cause.lines().size() - 1;
        String title = Columns.cut(line.title(), TITLE) + (others > 0 ? " and " + Wording.count(others, "line") : "");
        String owner = line.owner().map(name -> " · owner: " + name).orElse("");
        Optional<String> next = Wording.next(cause.first()).map(remedy -> Columns.cut(remedy, COMMAND));
        return row((cause.first().mark().couldNotLook() ? "could not look: " : "broken: ") + title + ": "
                + Columns.cut(cause.message(), MESSAGE) + owner
                + next.map(command -> " · next: " + command).orElse(""));
    }

    private static String counts(Summary summary) {
        Report report = summary.report();
        List<String> counts = new ArrayList<>(List.of(summary.counts()));
        int advisory = Wording.advisory(report).size();
        if (advisory > 0) {
            counts.add(advisory + " of them only advisory");
        }
        Wording.endingSoon(report).ifPresent(words -> counts.add("of the waivers " + words));
        if (!report.findings().isEmpty()) {
            counts.add(Wording.count(report.findings().size(), "finding"));
        }
        return String.join(" · ", counts);
    }
}
