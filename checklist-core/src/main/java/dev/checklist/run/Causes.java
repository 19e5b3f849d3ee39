package dev.checklist.run;

import dev.checklist.Mark;
import dev.checklist.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups broken lines by their cause, and blocked lines by the lines that block them. */
final class Causes {
    private Causes() {}

    static List<Cause> of(Report report) {
        List<Result> lines = report.lines();
        Map<String, BitSet> blocked = blocked(lines);
        Map<String, List<Result>> byCause = new LinkedHashMap<>();
        for (Result result : lines) {
            if (result.line().isRequired() && isBroken(result)) {
                byCause.computeIfAbsent(key(result), name -> new ArrayList<>()).add(result);
            }
        }
        return byCause.values().stream()
                .map(broken -> cause(broken, blocked, lines))
                .toList();
    }

    /** Puts lines together that share a failed read, or that lack the same right. */
    private static String key(Result result) {
        String shared = result.details().cause();
        if (shared == null && result.mark() == Mark.NOT_PERMITTED) {
            return "right " + result.message();
        }
        return shared == null ? "line " + result.id() : "shared " + shared;
    }

    private static boolean isBroken(Result result) {
        boolean isEcho = !result.roots().isEmpty(); // of lines that are causes themselves
        return !isEcho && (result.status() == Status.FAILED || result.status() == Status.ERROR);
    }

    /** Returns, for each root, the places of the lines that it blocks. */
    private static Map<String, BitSet> blocked(List<Result> lines) {
        Map<String, BitSet> blocked = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> roots =
                    lines.get(i).status() == Status.BLOCKED ? lines.get(i).roots() : List.of();
            for (String root : roots) {
                blocked.computeIfAbsent(root, id -> new BitSet()).set(i);
            }
        }
        return blocked;
    }

    private static Cause cause(List<Result> broken, Map<String, BitSet> blocked, List<Result> lines) {
        BitSet places = new BitSet();
        for (Result result : broken) {
            places.or(blocked.getOrDefault(result.id(), new BitSet()));
        }
        return new Cause(
                broken.get(0).message(),
                List.copyOf(broken),
                places.stream().mapToObj(lines::get).toList());
    }
}
