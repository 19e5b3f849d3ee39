package dev.checklist.report;

import dev.checklist.Highlight;
import dev.checklist.Status;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words the computed lines that stand on the first screen: "ROLLBACK possible: …", "not possible: …", with the reason. */
final class Highlights {
    private static final int MOST_REASONS = 3;
    private static final int LONGEST_REASON = 80;

    /** The digest of an image, of which a few digits tell it from others. */
    static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");

    private Highlights() {}

    /** Returns what each of them says, by its word. */
    static List<Detail> of(Report report) {
        List<Detail> details = new ArrayList<>();
        report.lines()
                .forEach(line -> line.line()
                        .highlight()
                        .ifPresent(shown -> details.add(Detail.words(shown.word(), words(report, line, shown)))));
        report.unselected()
                .forEach(line -> line.highlight()
                        .ifPresent(shown -> details.add(Detail.words(shown.word(), "not asked in this run"))));
        return details;
    }

    private static String words(Report report, Result line, Highlight shown) {
        String found = switch (line.status()) {
            case PASSED -> shown.holds();
            case WAIVED -> "not " + shown.holds() + ", and waived";
            case FAILED -> "not " + shown.holds();
            case PENDING -> "not known yet";
            case SKIPPED -> "not asked";
            case ERROR, BLOCKED -> "could not be found out";
        };
        return found + ": " + why(report, line);
    }

    private static String why(Report report, Result line) {
        List<String> reasons = line.status() == Status.PASSED
                ? line.basis().values().stream().map(Highlights::cut).toList()
                : roots(report, line);
        if (reasons.isEmpty()) {
            return cut(line.message());
        }
        int more = reasons.size() - MOST_REASONS;
        return reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /** Returns what decided the line, what failed before what could not be found out. */
    private static List<String> roots(Report report, Result line) {
        Map<String, Result> lines = report.lines().stream()
                .collect(Collectors.toMap(Result::id, Function.identity(), (first, second) -> first));
        List<Result> all = line.roots().stream()
                .flatMap(id -> Stream.ofNullable(lines.get(id)))
                .toList();
        return Stream.concat(
                        all.stream().filter(root -> root.status() == line.status()),
                        all.stream().filter(root -> root.status() != line.status()))
                .map(root -> title(root.line()) + ": " + cut(root.message()))
                .toList();
    }

    private static String title(Line line) {
        return Columns.cut(line.title(), LONGEST_REASON / 2);
    }

    private static String cut(String message) {
        return Columns.cut(DIGEST.matcher(message).replaceAll("$1…"), LONGEST_REASON);
    }
}
