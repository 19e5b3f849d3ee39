package dev.checklist.history;

import dev.checklist.Status;
import dev.checklist.history.Seen.State;
import dev.checklist.run.Finding;
import dev.checklist.run.RunSoFar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts a soak into windows and judges each by its worst run: a pure function of the archive and this run. */
final class Windows {
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
        List<Seen> all = archive.stream()
                .filter(entry -> given.isEmpty() || mayCount(entry, given.get(), budget))
                .map(entry -> Seen.of(entry, run))
                .toList();
        Optional<Instant> first =
                all.stream().filter(Seen::mayStart).map(Seen::when).min(Instant::compareTo);
        Windows windows = new Windows(budget, given.or(() -> first).orElse(run.now()));
        all.forEach(seen -> windows.add(seen.when(), seen.state()));
        return windows;
    }

    /** Tells by its name whether an entry is in no window; names say whole seconds. */
    private static boolean mayCount(ArchivedRun entry, Instant start, Budget budget) {
        return entry.startedAt().plusSeconds(1).isAfter(start)
                && entry.startedAt().isBefore(start.plus(budget.length()));
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
        Finding told = finding.with("windows from " + start.truncatedTo(ChronoUnit.SECONDS), strip(ended));
        return oldest.map(told::seenAt).orElse(told);
    }

    private int count(State state, int among) {
        return (int) Arrays.stream(states, 0, among).filter(one -> one == state).count();
    }

    /** Shows each window as a sign; those that have not ended and have no failure stay blank. */
    private String strip(int ended) {
        String signs =
                Arrays.stream(states).map(state -> String.valueOf(state.sign())).collect(Collectors.joining());
        StringBuilder strip = new StringBuilder(signs.substring(0, ended));
        for (int i = ended; i < states.length; i++) {
            strip.append(states[i] == State.MISSED ? '_' : signs.charAt(i));
        }
        return strip.toString();
    }
}
