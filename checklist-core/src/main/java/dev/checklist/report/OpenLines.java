package dev.checklist.report;

import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words what is still open, by owner, with the age of what has been open longest where earlier runs tell it. */
final class OpenLines {
    private OpenLines() {}

    /** Counts the open lines: "3 lines: on-call 2, the oldest for 3 days; anybody 1"; empty if none is open. */
    static Optional<String> byOwner(Report report, Earlier earlier) {
        Map<String, List<Result>> owners = new LinkedHashMap<>();
        report.open()
                .forEach(line -> owners.computeIfAbsent(owner(line), name -> new ArrayList<>())
                        .add(line));
        String words = owners.entrySet().stream()
                .map(owner -> owner.getKey() + " " + owner.getValue().size() + age(report, earlier, owner.getValue()))
                .collect(Collectors.joining("; "));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Wording.count(report.open().size(), "line") + ": " + words);
    }

    private static String owner(Result line) {
        return line.line().role().or(() -> line.line().owner()).orElse("anybody");
    }

    private static String age(Report report, Earlier earlier, List<Result> lines) {
        return lines.stream()
                .flatMap(line -> earlier.openSince(line).stream())
                .min(Instant::compareTo)
                .map(since -> ", " + (lines.size() == 1 ? "" : "the oldest ") + "for " + age(report, since))
                .orElse("");
    }

    /** Says since when one line has been open, if an earlier run tells. */
    static Optional<Detail> since(Report report, Earlier earlier, Result line) {
        return earlier.openSince(line)
                .map(since -> Detail.words("open", "for " + age(report, since) + ", since " + Times.full(since)));
    }

    private static String age(Report report, Instant since) {
        return Times.age(Duration.between(since, report.facts().endedAt()));
    }
}
