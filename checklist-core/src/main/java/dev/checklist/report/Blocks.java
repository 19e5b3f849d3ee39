package dev.checklist.report;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Cause;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums a report up in the order in which a reader at 2 a.m. needs it: causes first. */
final class Blocks {
    private static final int MOST_POINTS = 50;

    private final Report report;
    private final Times times;
    private final Earlier earlier;
    private final List<Result> lines;
    private final List<Result> open;
    private final List<Block> blocks = new ArrayList<>();

    private Blocks(Report report, Times times, Earlier earlier) {
        this.report = report;
        this.times = times;
        this.earlier = earlier;
        this.lines = report.lines();
        this.open = report.open();
    }

    static List<Block> of(Report report, Times times, Earlier earlier) {
        Blocks all = new Blocks(report, times, earlier);
        List<Cause> causes = report.causes();
        all.causes("Broken", causes, cause -> !cause.first().mark().couldNotLook());
        all.causes("Could not look", causes, cause -> cause.first().mark().couldNotLook());
        all.notAsked(causes);
        all.open();
        earlier.sinceTheLast().flatMap(Changes::block).ifPresent(all::add);
        all.nothingProven();
        all.advisory();
        all.waived();
        all.skipped();
        all.warnings();
        all.findings();
        return List.copyOf(all.blocks);
    }

    private void causes(String what, List<Cause> causes, Predicate<Cause> wanted) {
        List<Cause> chosen = causes.stream().filter(wanted).toList();
        long blocked = chosen.stream()
                .flatMap(cause -> cause.blocked().stream())
                .distinct()
                .count();
        String heading = what + ": " + Wording.count(chosen.size(), "cause")
                + (blocked == 0 ? "" : ", " + blocked + " blocked by " + (chosen.size() == 1 ? "it" : "them"));
        add(
                heading,
                chosen.stream().map(cause -> CausePoint.of(cause, times)).toList(),
                grants(chosen.stream().flatMap(cause -> cause.lines().stream()).toList()));
    }

    /** Names the rights that are missing, each once, to be pasted; nothing if none is known. */
    private static List<Point> grants(List<Result> lines) {
        List<Detail> rights = lines.stream()
                .filter(line -> line.mark() == Mark.NOT_PERMITTED)
                .flatMap(line -> Stream.ofNullable(line.evidence().get(Outcome.GRANT)))
                .distinct()
                .map(grant -> Detail.command(Outcome.GRANT, grant))
                .toList();
        String title = "what would have to be granted: " + Wording.count(rights.size(), "rule");
        return rights.isEmpty() ? List.of() : List.of(new Point(null, title, "", rights, List.of()));
    }

    /** Tells of required lines that no broken line and no open question explains: the run ended before them. */
    private void notAsked(List<Cause> causes) {
        Set<Result> explained =
                causes.stream().flatMap(cause -> cause.blocked().stream()).collect(Collectors.toSet());
        Map<String, List<Result>> byReason = new LinkedHashMap<>();
        Set<String> asked = open.stream().map(Result::id).collect(Collectors.toSet());
        lines.stream()
                .filter(line -> line.status() == Status.BLOCKED && line.line().isRequired())
                .filter(line -> !explained.contains(line) && !waitsFor(asked, line))
                .forEach(line -> byReason.computeIfAbsent(
                                line.endOfRun().orElse(line.message()), key -> new ArrayList<>())
                        .add(line));
        List<Result> all = byReason.values().stream().flatMap(List::stream).toList();
        add("Not asked: " + Wording.count(all.size(), "line"), grouped(Status.BLOCKED, byReason));
    }

    private static boolean waitsFor(Set<String> asked, Result line) {
        return line.endOfRun().isEmpty() && !line.roots().isEmpty() && asked.containsAll(line.roots());
    }

    private void open() {
        List<Point> people = open.stream()
                .filter(line -> line.line().kind() != Kind.DERIVED)
                .map(this::question)
                .toList();
        add("Open for people: " + Wording.count(people.size(), "line"), people);
        List<Point> time = open.stream()
                .filter(line -> line.line().kind() == Kind.DERIVED)
                .map(this::question)
                .toList();
        add("Waits for time: " + Wording.count(time.size(), "line"), time);
    }

    private Point question(Result line) {
        List<Detail> details = new ArrayList<>();
        line.line().role().ifPresent(role -> details.add(Detail.words("who", role)));
        OpenLines.since(report, earlier, line).ifPresent(details::add);
        details.addAll(LineDetails.why(line));
        details.addAll(LineDetails.seen(line));
        CausePoint.addBlocked(
                details,
                lines.stream()
                        .filter(other -> other.status() == Status.BLOCKED)
                        .filter(other -> other.roots().contains(line.id()))
                        .toList());
        return new Point(line.status(), Wording.title(line), line.message(), details, List.of());
    }

    private void nothingProven() {
        boolean proven = lines.stream().anyMatch(line -> line.line().isRequired() && line.status() == Status.PASSED);
        if (!proven && report.verdict() == Verdict.INCOMPLETE) {
            blocks.add(new Block("Nothing is proven: no required line has passed", List.of()));
        }
    }

    private void advisory() {
        List<Result> broken = Wording.advisory(report);
        add(
                "Not passed, and not counted: " + Wording.count(broken.size(), "advisory line"),
                broken.stream().map(line -> CausePoint.of(line, times)).toList(),
                grants(broken));
    }

    private void waived() {
        List<Point> points = with(Status.WAIVED).stream()
                .map(line ->
                        new Point(line.status(), Wording.title(line), line.message(), LineDetails.of(line), List.of()))
                .toList();
        String soon = Wording.endingSoon(report).map(words -> ", " + words).orElse("");
        add("Waived: " + Wording.count(points.size(), "line") + soon, points);
    }

    private void skipped() {
        List<Result> skipped = with(Status.SKIPPED);
        Map<String, List<Result>> byReason = new LinkedHashMap<>();
        skipped.forEach(line -> byReason.computeIfAbsent(line.message(), reason -> new ArrayList<>())
                .add(line));
        add("Skipped: " + Wording.count(skipped.size(), "line"), grouped(Status.SKIPPED, byReason));
    }

    private void warnings() {
        List<Point> points = lines.stream()
                .flatMap(line ->
                        line.warnings().stream().map(warning -> Point.of(line.status(), Wording.title(line), warning)))
                .toList();
        add("Noticed: " + Wording.count(points.size(), "warning"), points);
    }

    private void findings() {
        List<Point> points = new ArrayList<>();
        report.findings().forEach(finding -> points.add(Point.of(null, finding, "")));
        if (report.abandonedProbes() > 0) {
            String probes = Wording.count(report.abandonedProbes(), "probe");
            points.add(Point.of(null, probes + " ignored interruption and may still be running", ""));
        }
        if (!points.isEmpty()) {
            blocks.add(new Block("To look at: " + Wording.count(points.size(), "finding"), points));
        }
    }

    private List<Result> with(Status status) {
        return lines.stream().filter(line -> line.status() == status).toList();
    }

    private static List<Point> grouped(Status status, Map<String, List<Result>> byReason) {
        List<Point> points = new ArrayList<>();
        byReason.forEach((reason, lines) -> points.add(new Point(
                status,
                Wording.count(lines.size(), "line"),
                reason,
                List.of(Detail.words("lines", Wording.titles(Wording.lines(lines)))),
                List.of())));
        return points;
    }

    /** Adds a block whose points stand on the list too, so that a great many need not be told twice. */
    private void add(String heading, List<Point> points) {
        add(heading, points, List.of());
    }

    private void add(Block block) {
        blocks.add(block);
    }

    private void add(String heading, List<Point> points, List<Point> last) {
        List<Point> shown = new ArrayList<>(points.subList(0, Math.min(points.size(), MOST_POINTS)));
        if (points.size() > MOST_POINTS) {
            shown.add(Point.of(null, "and " + (points.size() - MOST_POINTS) + " more, which the list below has", ""));
        }
        if (!shown.isEmpty()) {
            shown.addAll(last);
            blocks.add(new Block(heading, List.copyOf(shown)));
        }
    }
}
