package dev.checklist.run;

import dev.checklist.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups broken lines by their cause, and blocked lines by the lines that block them. */
final class Causes {
    private Causes() {}

    static List<Cause> of(Report report) {
        Map<String, List<Result>> byCause = new LinkedHashMap<>();
        for (Result result : report.lines()) {
            if (result.line().isRequired() && isBroken(result)) {
                String shared = result.details().cause();
                String key = shared == null ? "line " + result.id() : "shared " + shared;
                byCause.computeIfAbsent(key, name -> new ArrayList<>()).add(result);
            }
        }
        return byCause.values().stream().map(lines -> cause(report, lines)).toList();
    }

    private static boolean isBroken(Result result) {
        return result.status() == Status.FAILED || result.status() == Status.ERROR;
    }

    private static Cause cause(Report report, List<Result> lines) {
        Set<String> ids = lines.stream().map(Result::id).collect(Collectors.toSet());
        List<Result> blocked = report.lines().stream()
                .filter(line -> line.roots().stream().anyMatch(ids::contains))
                .toList();
        return new Cause(lines.get(0).message(), List.copyOf(lines), blocked);
    }
}
