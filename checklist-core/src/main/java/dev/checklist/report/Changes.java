package dev.checklist.report;

import dev.checklist.run.Attempt;
import dev.checklist.run.Comparison;
import dev.checklist.run.Comparison.Change;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums up what has changed between two runs, for every form. */
final class Changes {
    private Changes() {}

    static String headline(Comparison comparison) {
        String verdicts = word(comparison.before()) + " → " + word(comparison.now());
        return verdicts + (comparison.isSame() ? " · both came to the same" : "");
    }

    private static String word(Report report) {
        return report.verdict().name().replace('_', ' ');
    }

    static List<Detail> facts(Comparison comparison) {
        List<Detail> facts = new ArrayList<>();
        facts.add(Detail.words("list", comparison.now().title()));
        facts.add(Detail.words("before", run(comparison.before())));
        facts.add(Detail.words("now", run(comparison.now())));
        differing(facts, "about", comparison.parameters());
        differing(facts, "judged", comparison.identity());
        return facts;
    }

    private static void differing(List<Detail> facts, String label, Map<String, String> differences) {
        differences.forEach((name, words) -> facts.add(Detail.words(label, name + " " + words)));
    }

    private static String run(Report report) {
        return report.facts().startedAt() + " · " + report.headline();
    }

    /** Counts what has changed, in a row. */
    static String counts(Comparison comparison) {
        Map<String, Integer> groups = new LinkedHashMap<>();
        groups.put("newly red", comparison.newlyFailing().size());
        groups.put("fixed", comparison.fixed().size());
        groups.put("newly waived", comparison.newlyWaived().size());
        groups.put("flaky", comparison.flaky().size());
        groups.put("slower", comparison.slower().size());
        groups.put("only now", comparison.added().size());
        groups.put("only then", comparison.missing().size());
        String counts = groups.entrySet().stream()
                .filter(group -> group.getValue() > 0)
                .map(group -> group.getValue() + " " + group.getKey())
                .collect(Collectors.joining(", "));
        String none = comparison.isSame() ? "the same" : "no line has changed for the worse or the better";
        return "the run of " + Times.full(comparison.before().facts().startedAt()) + ": "
                + (counts.isEmpty() ? none : counts);
    }

    static List<Block> blocks(Comparison comparison) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, "Newly red", comparison.newlyFailing(), Changes::message);
        add(blocks, "Fixed", comparison.fixed(), Changes::message);
        add(blocks, "Newly waived", comparison.newlyWaived(), Changes::waiver);
        add(blocks, "Flaky, passed after retries", comparison.flaky(), Changes::attempts);
        add(blocks, "Slower", comparison.slower(), change -> last(change.before()) + " → " + last(change.now()));
        add(blocks, "Only in this run", comparison.added(), Changes::message);
        List<Point> missing = comparison.missing().stream()
                .map(Change::before)
                .map(line -> line == null ? Point.of(null, "", "") : point(line, line.message()))
                .toList();
        if (!missing.isEmpty()) {
            blocks.add(new Block("Only in the earlier run: " + Wording.count(missing.size(), "line"), missing));
        }
        return List.copyOf(blocks);
    }

    /** Tells in one block what has changed, for a report; nothing if nothing has. */
    static Optional<Block> block(Comparison comparison) {
        List<Point> points = new ArrayList<>();
        for (Block block : blocks(comparison)) {
            String group = block.heading().substring(0, block.heading().indexOf(": "));
            block.points()
                    .forEach(point -> points.add(Point.of(
                            point.status(),
                            point.title(),
                            group.substring(0, 1).toLowerCase(Locale.ROOT)
                                    + group.substring(1)
                                    + (point.message().isBlank() ? "" : ": " + point.message()))));
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(new Block("Since " + counts(comparison), points));
    }

    private static void add(List<Block> blocks, String what, List<Change> changes, Function<Change, String> words) {
        List<Point> points = new ArrayList<>();
        for (Change change : changes) {
            Result now = change.now();
            if (now != null) {
                points.add(point(now, words.apply(change)));
            }
        }
        if (!points.isEmpty()) {
            blocks.add(new Block(what + ": " + Wording.count(points.size(), "line"), List.copyOf(points)));
        }
    }

    private static Point point(Result result, String words) {
        return Point.of(result.status(), Wording.title(result.line()) + " (" + result.id() + ")", words);
    }

    private static String message(Change change) {
        Result now = change.now();
        Result before = change.before();
        String was = before == null ? "" : "; it was " + before.status();
        return now == null ? "" : Wording.message(now) + was;
    }

    private static String waiver(Change change) {
        Result now = change.now();
        return now == null ? "" : now.waiver().map(Wording::waiver).orElse(now.message());
    }

    private static String attempts(Change change) {
        Result now = change.now();
        return now == null
                ? ""
                : Wording.attempts(now)
                        + now.earlierMessage().map(text -> ": " + text).orElse("");
    }

    private static String last(@Nullable Result result) {
        List<Attempt> attempts = result == null ? List.of() : result.attempts();
        return Times.words(
                attempts.isEmpty()
                        ? Duration.ZERO
                        : attempts.get(attempts.size() - 1).duration());
    }
}
