package dev.checklist.examples.launcher;

import dev.checklist.Status;
import dev.checklist.run.Cause;
import dev.checklist.run.Comparison;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what matters of a report in at most 12 rows, fit for a chat message. Pure. */
final class FirstScreen {
    static final int MOST_ROWS = 12;

    private static final int WIDTH = 360;
    private static final int MOST_CAUSES = 4;
    private static final int MOST_FACTS = 4;
    private static final int SHORT_DIGEST = 12;

    private FirstScreen() {}

    static List<String> of(Report report, Optional<Comparison> sinceLast) {
        List<String> rows = new ArrayList<>();
        String part = Words.part(report).map(words -> " · PARTIAL: " + words).orElse("");
        rows.add(Words.of(report.verdict()) + " · " + report.title() + part);
        rows.add(pairs("about", report.about()));
        rows.add(pairs("judged", joined(report)));
        causes(report, rows);
        rows.add(open(report));
        sinceLast.map(Changes::counted).ifPresent(rows::add);
        rows.add(counts(report));
        rows.add("run      " + Words.of(report.facts().startedAt()) + " by "
                + report.facts().user() + " on " + report.facts().host() + " · digest "
                + report.digest().substring(0, SHORT_DIGEST));
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> keptIndented(row))
                .toList();
    }

    private static String keptIndented(String row) {
        int words = row.indexOf("  ");
        return words < 0 || words > 8
                ? Words.row(row, WIDTH)
                : row.substring(0, words) + " ".repeat(9 - words) + Words.row(row.substring(words), WIDTH);
    }

    private static Map<String, String> joined(Report report) {
        Map<String, String> all = new LinkedHashMap<>();
        report.identity().forEach((name, values) -> all.put(name, String.join(", ", values)));
        return all;
    }

    private static String pairs(String label, Map<String, String> pairs) {
        String shown = pairs.entrySet().stream()
                .limit(MOST_FACTS)
                .map(pair -> pair.getKey() + " " + pair.getValue())
                .collect(Collectors.joining(" · "));
        int more = pairs.size() - MOST_FACTS;
        return pairs.isEmpty() ? "" : label + "  " + shown + (more > 0 ? " · and " + more + " more" : "");
    }

    private static void causes(Report report, List<String> rows) {
        List<Cause> causes = report.causes();
        causes.stream().limit(MOST_CAUSES).map(FirstScreen::cause).forEach(rows::add);
        if (causes.size() > MOST_CAUSES) {
            rows.add("and " + Words.count(causes.size() - MOST_CAUSES, "cause") + " more");
        }
    }

    private static String cause(Cause cause) {
        Line line = cause.first().line();
        int others = cause.lines().size() - 1;
        String what = line.title() + (others > 0 ? " and " + Words.count(others, "line") : "");
        String owner = line.owner().map(name -> " · owner: " + name).orElse("");
        String next =
                line.remedy().map(remedy -> " · next: " + Words.row(remedy, 80)).orElse("");
        String sign = cause.first().mark().couldNotLook() ? "could not look: " : "broken: ";
        return sign + Words.row(what, 60) + ": " + Words.row(cause.message(), 160) + owner + next;
    }

    private static String open(Report report) {
        Map<String, Long> byOwner = report.open().stream()
                .map(FirstScreen::owner)
                .collect(Collectors.groupingBy(owner -> owner, LinkedHashMap::new, Collectors.counting()));
        String owners = byOwner.entrySet().stream()
                .map(owner -> owner.getKey() + " " + owner.getValue())
                .collect(Collectors.joining(", "));
        return byOwner.isEmpty() ? "" : "open  " + Words.count(report.open().size(), "line") + ": " + owners;
    }

    private static String owner(Result line) {
        return line.line().role().or(() -> line.line().owner()).orElse("anybody");
    }

    private static String counts(Report report) {
        String verdict = Words.of(report.verdict());
        String counts = report.headline().substring(verdict.length()).replaceFirst("^ · ", "");
        long advisory = report.lines().stream()
                .filter(line -> !line.line().isRequired())
                .filter(line -> line.status() == Status.FAILED || line.status() == Status.ERROR)
                .count();
        return "counts  " + counts + (advisory == 0 ? "" : " · " + advisory + " of them only advisory")
                + (report.findings().isEmpty()
                        ? ""
                        : " · " + Words.count(report.findings().size(), "finding"));
    }
}
