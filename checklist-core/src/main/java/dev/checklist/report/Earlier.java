package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Comparison;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Knows the runs of a list before this one: what has changed since, and since when a line has been open. */
final class Earlier {
    private final Report now;
    private final List<Report> newestFirst;

    private Earlier(Report now, List<Report> newestFirst) {
        this.now = now;
        this.newestFirst = newestFirst;
    }

    /** Takes the runs of the same list that began before this one. */
    static Earlier of(Report now, Collection<Report> runs) {
        return new Earlier(
                now,
                runs.stream()
                        .filter(run -> run.title().equals(now.title()))
                        .filter(run -> start(run).isBefore(start(now)))
                        .sorted(Comparator.comparing(Earlier::start).reversed())
                        .toList());
    }

    private static Instant start(Report run) {
        return run.facts().startedAt();
    }

    Optional<Comparison> sinceTheLast() {
        return newestFirst.stream().findFirst().map(now::comparedTo);
    }

    /**
     * Returns the start of the first run that left this line open, of the runs since somebody last answered it; those
     * about another release say nothing. Empty if no earlier run left it open.
     */
    Optional<Instant> openSince(Result line) {
        Optional<Instant> since = Optional.empty();
        for (Report run : newestFirst) {
            Optional<Result> was = run.about().equals(now.about()) ? find(run, line) : Optional.empty();
            if (was.isPresent() && was.get().status() != Status.PENDING) {
                break;
            }
            if (was.isPresent()) {
                since = Optional.of(start(run));
            }
        }
        return since;
    }

    private static Optional<Result> find(Report run, Result line) {
        return run.lines().stream()
                .filter(result -> result.id().equals(line.id()))
                .filter(result -> result.line().textHash().equals(line.line().textHash()))
                .findFirst();
    }
}
