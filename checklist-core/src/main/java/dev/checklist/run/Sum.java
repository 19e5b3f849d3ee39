package dev.checklist.run;

import dev.checklist.Rating;
import dev.checklist.Status;
import dev.checklist.Total;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds up a scorecard: a missing rating is never zero, and never enough. */
final class Sum {
    private final Node line;
    private final Total total;
    private final Map<String, String> areas = new LinkedHashMap<>();
    private final List<Node> missing = new ArrayList<>();
    private int points;
    private int possible;

    private Sum(Node line, Total total) {
        this.line = line;
        this.total = total;
    }

    static Result of(Node line, Total total) {
        Sum sum = new Sum(line, total);
        for (Node rating : line.sources()) {
            sum.add(rating, (Rating) rating.entry().item());
        }
        return sum.result();
    }

    private void add(Node node, Rating rating) {
        OptionalInt given = Capping.points(node, rating);
        if (given.isPresent()) {
            points += given.getAsInt();
            areas.put(rating.title(), given.getAsInt() + " of " + rating.scale());
        } else {
            missing.add(node);
            possible += Capping.most(node, rating);
            areas.put(rating.title(), "no number (" + node.status() + ")");
        }
    }

    private Result result() {
        String sum = points + " of " + total.highest() + " points";
        String wanted = "expected at least " + total.least() + " of " + total.highest() + " points, but ";
        if (missing.isEmpty()) {
            return points >= total.least()
                    ? judged(Status.PASSED, sum)
                    : judged(Status.FAILED, wanted + "found " + points);
        }
        if (points + possible < total.least()) {
            return judged(Status.FAILED, wanted + "at most " + (points + possible) + " can be reached");
        }
        Set<String> roots = new LinkedHashSet<>();
        missing.forEach(node -> roots.addAll(node.roots()));
        Status worst = Statuses.worst(missing.stream().map(Node::status).toList());
        // a refused rating that was waived, or one that does not apply, still has no number
        Status status = worst.opensGate() ? Status.ERROR : worst;
        String open = sum + " so far; no number for: "
                + missing.stream().map(node -> node.line().title()).collect(Collectors.joining(", "));
        return result(status, open, List.copyOf(roots));
    }

    /** Makes the result of a sum that was judged by itself: it is a cause of its own. */
    private Result judged(Status status, String message) {
        return result(status, message, List.of());
    }

    private Result result(Status status, String message, List<String> roots) {
        Optional<String> endOfRun = missing.stream()
                .map(node -> node.ending().endOfRun())
                .flatMap(Optional::stream)
                .findFirst();
        Optional<Instant> oldest = line.sources().stream()
                .map(node -> node.ending().seenAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        Result.Details details = new Result.Details(roots, endOfRun.orElse(null), null, null, List.of(), null, null);
        return new Result(
                line.line(), status, message, List.of(), details, new Result.Basis(areas, oldest.orElse(null)));
    }
}
