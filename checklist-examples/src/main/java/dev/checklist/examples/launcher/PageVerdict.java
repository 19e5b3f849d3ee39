package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.examples.page.Phase;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Is what a page of several phases means: READY only when each phase, rollback aside, is READY for the same parameters
 * and the same cluster, the verifying one in this run. Pure: decided from reports alone.
 *
 * @param verdict the verdict
 * @param phases what is known of each phase that counts, in the order of time
 */
record PageVerdict(Verdict verdict, List<PhaseState> phases) {
    private static final String UID = "cluster uid";
    private static final List<String> ADDRESS = List.of("server", "authority");

    /**
     * Judges a page.
     *
     * @param page its lists
     * @param now the reports of this run
     * @param archive the reports of former runs, oldest first
     */
    static PageVerdict of(Map<Phase, Checklist> page, Map<Phase, Report> now, List<Report> archive) {
        Map<Phase, Checklist> counted = new TreeMap<>(page);
        counted.remove(Phase.ROLLBACK);
        Phase deciding = counted.containsKey(Phase.VERIFY)
                ? Phase.VERIFY
                : Stream.of(Phase.values())
                        .filter(counted::containsKey)
                        .reduce((first, last) -> last)
                        .orElseThrow();
        Optional<Report> verified = Optional.ofNullable(now.get(deciding));
        List<PhaseState> states = new ArrayList<>();
        counted.forEach((phase, list) -> {
            PhaseState state = state(phase, list, Optional.ofNullable(now.get(phase)), archive);
            states.add(phase == deciding ? decided(state) : compared(state, verified));
        });
        return new PageVerdict(verdict(states), List.copyOf(states));
    }

    private static PhaseState state(Phase phase, Checklist list, Optional<Report> now, List<Report> archive) {
        if (now.isPresent()) {
            return new PhaseState(phase, now, true, now.flatMap(Words::part));
        }
        return archive.stream()
                .filter(report ->
                        report.title().equals(list.title()) && report.about().equals(list.about()))
                .reduce((before, last) -> last)
                .map(report -> new PhaseState(phase, Optional.of(report), false, changed(list, report)))
                .orElseGet(() -> PhaseState.missing(phase));
    }

    /** Tells whether the list has got other lines since. */
    private static Optional<String> changed(Checklist list, Report report) {
        Set<String> asked = new TreeSet<>();
        report.results().forEach(result -> asked.add(result.id()));
        report.unselected().stream().map(Line::id).forEach(asked::add);
        Set<String> listed =
                new TreeSet<>(list.entries().stream().map(Entry::id).toList());
        return asked.containsAll(listed) ? Optional.empty() : Optional.of("has got other lines since");
    }

    private static PhaseState decided(PhaseState state) {
        return state.isNow() || state.report().isEmpty() ? state : state.doubted("is not of this run");
    }

    private static PhaseState compared(PhaseState state, Optional<Report> verified) {
        boolean isComparable = state.report().isPresent()
                && verified.isPresent()
                && state.doubt().isEmpty();
        if (!isComparable || isSameCluster(state.report().get(), verified.get())) {
            return state;
        }
        return state.doubted("is not known to be of the cluster that was verified");
    }

    /** Compares the uid of the cluster, and where that may not be read, its address and authority. */
    static boolean isSameCluster(Report one, Report other) {
        Map<String, Set<String>> first = one.identity();
        Map<String, Set<String>> second = other.identity();
        if (first.containsKey(UID) || second.containsKey(UID)) {
            return isSame(UID, first, second);
        }
        return ADDRESS.stream().allMatch(name -> isSame(name, first, second));
    }

    private static boolean isSame(String name, Map<String, Set<String>> first, Map<String, Set<String>> second) {
        Set<String> values = first.getOrDefault(name, Set.of());
        return values.size() == 1 && values.equals(second.get(name));
    }

    private static Verdict verdict(List<PhaseState> states) {
        Stream<Verdict> each = states.stream().map(PageVerdict::verdict);
        return Worst.of(each.toList());
    }

    private static Verdict verdict(PhaseState state) {
        Verdict found = state.report().map(Report::verdict).orElse(Verdict.INCOMPLETE);
        return found == Verdict.READY && state.doubt().isPresent() ? Verdict.INCOMPLETE : found;
    }
}
