package dev.checklist.run;

import dev.checklist.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is what has changed from one run of a list to the next, line by line, compared by ids.
 *
 * <p>Slower is a line that PASSED in both runs, whose deciding look took at least {@link #SLOWER_RATIO} times as long as
 * before and at least {@link #SLOWER_FLOOR} longer: below that, it is the weather.
 */
public final class Comparison {
    /** A look that took so many times as long as the one before may be slower. */
    public static final int SLOWER_RATIO = 2;
    /** A look that took less than this longer is not slower. */
    public static final Duration SLOWER_FLOOR = Duration.ofSeconds(1);

    private final Report now;
    private final Report before;
    private final List<Change> changes;

    private Comparison(Report now, Report before, List<Change> changes) {
        this.now = now;
        this.before = before;
        this.changes = changes;
    }

    /**
     * Is a line in both runs.
     *
     * @param before how it ended in the earlier run; null if that run did not ask it
     * @param now how it ended in the later run; null if that run did not ask it
     */
    public record Change(@Nullable Result before, @Nullable Result now) {
        private Status was() {
            return before == null ? Status.SKIPPED : before.status();
        }
    }

    static Comparison of(Report now, Report before) {
        Map<String, Result> earlier = new HashMap<>();
        before.lines().forEach(line -> earlier.put(line.id(), line));
        List<Change> all = new ArrayList<>();
        now.lines().forEach(line -> all.add(new Change(earlier.remove(line.id()), line)));
        before.lines().stream()
                .filter(line -> earlier.containsKey(line.id()))
                .forEach(line -> all.add(new Change(line, null)));
        return new Comparison(now, before, List.copyOf(all));
    }

    /** Returns the later run. */
    public Report now() {
        return now;
    }

    /** Returns the earlier run. */
    public Report before() {
        return before;
    }

    private List<Change> changes(Predicate<Change> which) {
        return changes.stream()
                .filter(change -> change.now() != null)
                .filter(which)
                .toList();
    }

    private static boolean isRed(Status status) {
        return status == Status.FAILED || status == Status.ERROR;
    }

    /** Returns the lines that are FAILED or ERROR now and were neither before, in list order. */
    public List<Change> newlyFailing() {
        return changes(change -> isRed(status(change)) && !isRed(change.was()));
    }

    /** Returns the lines that were FAILED or ERROR and are PASSED now, in list order. */
    public List<Change> fixed() {
        return changes(change -> status(change) == Status.PASSED && isRed(change.was()));
    }

    /** Returns the lines that are WAIVED now and were not before, in list order. */
    public List<Change> newlyWaived() {
        return changes(change -> status(change) == Status.WAIVED && change.was() != Status.WAIVED);
    }

    /** Returns the lines that PASSED after a look of the same run that did not, in list order. */
    public List<Change> flaky() {
        return changes(change -> status(change) == Status.PASSED
                && attempts(change).anyMatch(attempt -> attempt.outcome().status() != Status.PASSED));
    }

    /** Returns the lines that passed in both runs and took longer now, in list order. */
    public List<Change> slower() {
        return changes(change -> status(change) == Status.PASSED && change.was() == Status.PASSED && isSlower(change));
    }

    /** Returns the lines that only the later list has, in list order; not those that the earlier run was not asked for. */
    public List<Change> added() {
        Set<String> unasked = unasked(before);
        return changes(change -> change.before() == null && !unasked.contains(id(change.now())));
    }

    /** Returns the lines that only the earlier list has, in list order; not those that the later run was not asked for. */
    public List<Change> missing() {
        Set<String> unasked = unasked(now);
        return changes.stream()
                .filter(change -> change.now() == null && !unasked.contains(id(change.before())))
                .toList();
    }

    private static Set<String> unasked(Report report) {
        return report.unselected().stream().map(Line::id).collect(Collectors.toSet());
    }

    private static String id(@Nullable Result result) {
        return result == null ? "" : result.id();
    }

    private static Status status(Change change) {
        Result result = change.now();
        return result == null ? Status.SKIPPED : result.status();
    }

    private static Stream<Attempt> attempts(Change change) {
        Result result = change.now();
        return result == null ? Stream.empty() : result.attempts().stream();
    }

    private static boolean isSlower(Change change) {
        Duration was = last(change.before());
        Duration is = last(change.now());
        return is.compareTo(was.multipliedBy(SLOWER_RATIO)) >= 0
                && is.minus(was).compareTo(SLOWER_FLOOR) >= 0;
    }

    /** Returns how long the deciding look took; zero for what no machine looked at. */
    static Duration last(@Nullable Result result) {
        return result == null || result.attempts().isEmpty()
                ? Duration.ZERO
                : result.attempts().get(result.attempts().size() - 1).duration();
    }

    /** Returns which parameters differ: name to "was → is", in the order of the later run. */
    public Map<String, String> parameters() {
        return Differences.of(before.about(), now.about());
    }

    /** Returns which of the judged things differ: name to "was → is". */
    public Map<String, String> identity() {
        return Differences.of(Differences.joined(before.identity()), Differences.joined(now.identity()));
    }

    /** Tells whether both runs came to the same: the same digest. */
    public boolean isSame() {
        return now.digest().equals(before.digest());
    }
}
