package dev.checklist.examples.launcher;

import dev.checklist.run.Comparison;
import dev.checklist.run.Comparison.Change;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words what has changed since a former run. */
final class Changes {
    private Changes() {}

    /** Says it in a row, by numbers. */
    static String counted(Comparison changes) {
        List<String> counts = new ArrayList<>();
        groups(changes).forEach((name, lines) -> {
            if (!lines.isEmpty()) {
                counts.add(lines.size() + " " + name);
            }
        });
        String since = Words.of(changes.before().facts().startedAt());
        return "since  " + since + ": " + (counts.isEmpty() ? same(changes) : String.join(", ", counts));
    }

    private static String same(Comparison changes) {
        return changes.isSame() ? "the same" : "no line has changed for the worse or the better";
    }

    /** Says it line by line. */
    static List<String> listed(Comparison changes) {
        List<String> rows = new ArrayList<>();
        rows.add(changes.now().title());
        rows.add("  before: " + headline(changes.before()));
        rows.add("  now:    " + headline(changes.now()));
        differences("about", changes.parameters(), rows);
        differences("judged", changes.identity(), rows);
        groups(changes).forEach((name, lines) -> {
            if (!lines.isEmpty()) {
                rows.add(name + ": " + Words.count(lines.size(), "line"));
                lines.forEach(change -> rows.add("  " + words(change)));
            }
        });
        boolean isQuiet = groups(changes).values().stream().allMatch(List::isEmpty);
        rows.add(isQuiet ? same(changes) : "");
        return rows.stream().filter(row -> !row.isEmpty()).map(Changes::safe).toList();
    }

    private static String safe(String row) {
        String words = row.stripLeading();
        return " ".repeat(row.length() - words.length()) + Words.row(words, 300);
    }

    private static String headline(dev.checklist.run.Report report) {
        return Words.of(report.facts().startedAt()) + " · " + report.headline();
    }

    private static void differences(String what, Map<String, String> differences, List<String> rows) {
        differences.forEach((name, change) -> rows.add(what + " " + name + ": " + change));
    }

    private static Map<String, List<Change>> groups(Comparison changes) {
        Map<String, List<Change>> groups = new LinkedHashMap<>();
        groups.put("newly red", changes.newlyFailing());
        groups.put("fixed", changes.fixed());
        groups.put("newly waived", changes.newlyWaived());
        groups.put("flaky", changes.flaky());
        groups.put("slower", changes.slower());
        groups.put("added", changes.added());
        groups.put("gone", changes.missing());
        return groups;
    }

    private static String words(Change change) {
        Result line = Stream.of(change.now(), change.before())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        String statuses = Stream.of(change.before(), change.now())
                .map(result -> result == null ? "not asked" : result.status().name())
                .collect(Collectors.joining(" → "));
        return line.line().title() + ": " + statuses + (line.message().isBlank() ? "" : ": " + line.message());
    }
}
