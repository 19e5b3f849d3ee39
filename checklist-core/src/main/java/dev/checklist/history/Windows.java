package dev.checklist.history;

import dev.checklist.Status;
import dev.checklist.run.Finding;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunSoFar;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a soak into windows and judges each by its worst run: a pure function of the archive and this run. */
final class Windows {
    /** Says what became of a window; the later the worse. */
    private enum State {
        MISSED('·'),
        HELD('✓'),
        UNSEEN('!'),
        FAILED('✗');

        private final char sign;

        State(char sign) {
            this.sign = sign;
        }
    }

    private final Budget budget;
    private final Instant start;
    private final State[] states;
    private Optional<Instant> oldest = Optional.empty();

    private Windows(Budget budget, Instant start) {
        this.budget = budget;
        this.start = start;
        this.states = new State[budget.windows()];
        Arrays.fill(states, State.MISSED);
    }

    static Windows of(Budget budget, Optional<Instant> given, RunSoFar run, List<ArchivedRun> archive) {
        Optional<Instant> first = archive.stream()
                .flatMap(entry -> entry.report().stream())
                .filter(report -> !report.isPartial())
                .filter(report -> isSame(report, run) && report.identity().equals(run.identity()))
                .map(report -> report.facts().startedAt())
                .min(Instant::compareTo);
        Windows windows = new Windows(budget, given.or(() -> first).orElse(run.now()));
        for (ArchivedRun entry : archive) {
            Instant when =
                    entry.report().map(report -> report.facts().startedAt()).orElse(entry.startedAt());
            entry.report()
                    .ifPresentOrElse(
                            report -> windows.add(when, state(report, run)),
                            // what it said is not known, so nothing else may speak for its window
                            () -> windows.add(when, State.UNSEEN));
        }
        return windows;
    }

    private void add(Instant when, State state) {
        if (when.isBefore(start)) {
            return;
        }
        long window = Duration.between(start, when).dividedBy(budget.window());
        if (window < states.length) {
            int index = (int) window;
            states[index] = state.compareTo(states[index]) > 0 ? state : states[index];
            if (state == State.HELD) {
                oldest = oldest.filter(time -> time.isBefore(when)).or(() -> Optional.of(when));
            }
        }
    }

    /**
     * Judges one run: one of another list, release or thing says nothing, one of a part may have left out what would have
     * failed, but a failure of the same thing counts.
     */
    private static State state(Report report, RunSoFar run) {
        if (!isSame(report, run)) {
            return State.MISSED;
        }
        State worst = State.HELD;
        for (String id : run.sources()) {
            Optional<Status> status = report.results().stream()
                    .filter(result -> result.id().equals(id))
                    .map(Result::status)
                    .findFirst();
            State seen = status.map(Windows::state).orElse(State.MISSED);
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

    /** Tells whether a run is one of this list, with the same texts, for the same parameters. */
    private static boolean isSame(Report report, RunSoFar run) {
        return report.about().equals(run.about()) && texts(report).equals(texts(run.lines()));
    }

    private static Map<String, String> texts(Report report) {
        Map<String, String> all =
                texts(report.lines().stream().map(Result::line).toList());
        all.putAll(texts(report.unselected()));
        return all;
    }

    private static Map<String, String> texts(List<Line> lines) {
        Map<String, String> all = new HashMap<>();
        lines.forEach(line -> all.put(line.id(), line.textHash()));
        return all;
    }

    /** Judges the soak at a time: only windows that have ended can be missed. */
    Finding finding(Instant now) {
        int ended = (int)
                Math.max(0, Math.min(states.length, Duration.between(start, now).dividedBy(budget.window())));
        int failed = count(State.FAILED, states.length);
        int missed = count(State.MISSED, ended) + count(State.UNSEEN, ended);
        String seen = ended + " of " + states.length + " windows";
        String faults = (failed > 0 ? ", " + failed + " failed" : "") + (missed > 0 ? ", " + missed + " missed" : "");
        Finding finding;
        if (failed > budget.maxFailures() || missed > budget.maxMissed()) {
            finding = Finding.of(Status.FAILED, "expected " + budget.words() + ", but found " + seen + faults);
        } else if (ended < states.length) {
            Instant end = start.plus(budget.length());
            finding = Finding.of(Status.PENDING, seen + faults + "; the last one ends at " + end);
        } else {
            finding = Finding.of(Status.PASSED, seen + faults);
        }
        Finding told = finding.with("windows from " + start, strip(ended));
        return oldest.map(told::seenAt).orElse(told);
    }

    private int count(State state, int among) {
        return (int) Arrays.stream(states, 0, among).filter(one -> one == state).count();
    }

    /** Shows each window as a sign; those that have not ended and have no failure stay blank. */
    private String strip(int ended) {
        String signs =
                Arrays.stream(states).map(state -> String.valueOf(state.sign)).collect(Collectors.joining());
        StringBuilder strip = new StringBuilder(signs.substring(0, ended));
        for (int i = ended; i < states.length; i++) {
            strip.append(states[i] == State.MISSED ? '_' : signs.charAt(i));
        }
        return strip.toString();
    }
}
