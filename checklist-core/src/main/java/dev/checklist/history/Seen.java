package dev.checklist.history;

import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunSoFar;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Is what an archived run says about a soak.
 *
 * @param when when it started
 * @param state what it makes of its window
 * @param mayStart whether a soak without a start of its own may start with it: same list, same release, same things
 */
record Seen(Instant when, State state, boolean mayStart) {
    /** Says what became of a window; the later the worse. */
    enum State {
        MISSED('·'),
        HELD('✓'),
        UNSEEN('!'),
        FAILED('✗');

        private final char sign;

        State(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    static Seen of(ArchivedRun entry, RunSoFar run) {
        Optional<Report> report = entry.report();
        if (report.isEmpty()) {
            // what it said is not known, so nothing else may speak for its window
            return new Seen(entry.startedAt(), State.UNSEEN, false);
        }
        Report said = report.get();
        boolean isSame = Subject.of(said).equals(Subject.of(run));
        return new Seen(
                said.facts().startedAt(),
                isSame ? state(said, run) : State.MISSED,
                isSame && !said.isPartial() && said.identity().equals(run.identity()));
    }

    /**
     * Judges a run of the same list and release: one of another thing says nothing, one of a part may have left out what
     * would have failed, but a failure of the same thing counts.
     */
    private static State state(Report report, RunSoFar run) {
        State worst = State.HELD;
        for (String id : run.sources()) {
            Optional<Status> status = report.results().stream()
                    .filter(result -> result.id().equals(id))
                    .map(Result::status)
                    .findFirst();
            State seen = status.map(Seen::state).orElse(State.MISSED);
            if (seen == State.MISSED) {
                return State.MISSED;
            }
            worst = seen.compareTo(worst) > 0 ? seen : worst;
        }
        boolean isThis = report.identity().equals(run.identity());
        boolean isOther = contradicts(report.identity(), run.identity());
        boolean isSomeOfIt = report.isPartial() && worst != State.FAILED;
        if (isOther || isSomeOfIt || worst == State.HELD && !isThis) {
            return State.MISSED;
        }
        return worst;
    }

    private static State state(Status status) {
        return switch (status) {
            case PASSED -> State.HELD;
            case FAILED, WAIVED -> State.FAILED;
            case ERROR, BLOCKED, PENDING -> State.UNSEEN;
            case SKIPPED -> State.MISSED;
        };
    }

    private static boolean contradicts(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        return one.entrySet().stream()
                .anyMatch(fact -> other.containsKey(fact.getKey())
                        && !other.get(fact.getKey()).equals(fact.getValue()));
    }
}
