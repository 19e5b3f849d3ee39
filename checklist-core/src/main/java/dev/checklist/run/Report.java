package dev.checklist.run;

import dev.checklist.CanIgnoreReturnValue;
import dev.checklist.Item;
import dev.checklist.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Is what a run found: pure data, in list order, masked. */
public final class Report {
    private final String title;
    private final Map<String, String> about;
    private final RunFacts facts;
    private final List<Result> results;
    private final Scope scope;
    private final Verdict verdict;
    private final Verdict verdictButSignatures;

    /**
     * Says what lies around the results.
     *
     * @param unselected lines that this run was not asked for
     * @param findings what should be looked at besides the lines, such as a waiver that ends soon
     * @param abandoned the number of probes that ignored interruption
     * @param endedEarly why the run ended before all was asked
     * @param freshness how old what was seen may be, if the runner limits it
     */
    record Scope(
            List<Line> unselected,
            List<String> findings,
            int abandoned,
            Optional<String> endedEarly,
            Optional<Duration> freshness) {}

    Report(String title, Map<String, String> about, RunFacts facts, List<Result> results, Scope scope) {
        this.title = title;
        this.about = about;
        this.facts = facts;
        this.results = List.copyOf(results);
        this.scope = scope;
        List<Result> lines = lines();
        Set<String> open = lines.stream()
                .filter(line -> line.status() == Status.PENDING)
                .map(Result::id)
                .collect(Collectors.toSet());
        this.verdict = verdict(lines, open, scope.unselected());
        this.verdictButSignatures = verdict(
                lines.stream().filter(line -> !isSignature(line.line())).toList(),
                open,
                scope.unselected().stream().filter(line -> !isSignature(line)).toList());
    }

    private static Verdict verdict(List<Result> lines, Set<String> open, List<Line> unselected) {
        return Statuses.verdict(lines.stream().map(line -> judged(line, open)).toList(), unselected.isEmpty());
    }

    private static boolean isSignature(Line line) {
        return line.kind() == Kind.SIGNATURE;
    }

    private static Statuses.Judged judged(Result line, Set<String> open) {
        boolean byPeople = line.endOfRun().isEmpty() && !line.roots().isEmpty() && open.containsAll(line.roots());
        return new Statuses.Judged(line.status(), line.line().isRequired(), byPeople);
    }

    /**
     * Reads back what {@code JsonRenderer} wrote of a report, parsed into maps, lists, texts, numbers and booleans.
     *
     * @throws IllegalArgumentException if it is no report, or contradicts itself; says where
     */
    public static Report restored(Map<String, ?> json) {
        return StoredReport.of(json);
    }

    /** Says what has changed since an earlier run of the list: newly failing, fixed, newly waived, flaky, slower. */
    public Comparison comparedTo(Report previous) {
        return Comparison.of(this, previous);
    }

    /** Returns what the run means. */
    public Verdict verdict() {
        return verdict;
    }

    /** Returns what the run would mean without the signatures of the whole list: what these sign. */
    Verdict verdictButSignatures() {
        return verdictButSignatures;
    }

    /**
     * Returns the SHA-256 that signatures of the whole list belong to, in hex: over what the list is about, the verdict
     * without them, which things were judged, and of each line its id, text, status, waiver and answer. Never times,
     * durations, attempts, messages or evidence: a run that comes to the same has the same digest.
     */
    public String digest() {
        return digested().hex();
    }

    /**
     * Returns what names this run among others: its start in UTC, and eight hexadecimal digits over list, start, end,
     * machine and account, such as {@code 20261122T015803Z-4f1c09ae}.
     */
    public String runId() {
        return RunId.of(this);
    }

    /** Returns how old the oldest of what counts is, and until when all of it counts; empty if no line counts. */
    public Optional<Validity> validity() {
        return Validity.of(this);
    }

    /** Returns how old what was seen may be at most, if the runner was told to limit it. */
    public Optional<Duration> freshness() {
        return scope.freshness();
    }

    Digest digested() {
        return Digest.of(this);
    }

    /** Returns the title of the list. */
    public String title() {
        return title;
    }

    /** Returns what the list is about, in the order given. */
    public Map<String, String> about() {
        return about;
    }

    /** Returns where, by whom and when the run was made. */
    public RunFacts facts() {
        return facts;
    }

    /** Returns the results of sections and lines, in list order. */
    public List<Result> results() {
        return results;
    }

    /** Returns the results of lines, in list order. */
    public List<Result> lines() {
        return results.stream().filter(result -> result.line().kind().isLine()).toList();
    }

    /** Returns the lines that this run was not asked for, in list order. */
    public List<Line> unselected() {
        return scope.unselected();
    }

    /** Tells whether the run was asked for a part of the list only: it is never READY, and no run to compare others with. */
    public boolean isPartial() {
        return !scope.unselected().isEmpty();
    }

    /** Returns what should be looked at besides the lines, such as a waiver that ends soon. */
    public List<String> findings() {
        return scope.findings();
    }

    /** Returns the number of probes that ignored interruption and were left behind. */
    public int abandonedProbes() {
        return scope.abandoned();
    }

    /** Returns why the run ended before all was asked, such as its deadline. */
    public Optional<String> endedEarly() {
        return scope.endedEarly();
    }

    /** Returns which things were judged, by name: the cluster, the context, the image digests. */
    public Map<String, Set<String>> identity() {
        return identity(results);
    }

    static Map<String, Set<String>> identity(List<Result> results) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (Result result : results) {
            result.identity()
                    .forEach((name, value) -> all.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .add(value));
        }
        return all;
    }

    /** Returns the number of lines of a status. */
    public int count(Status status) {
        return (int) lines().stream().filter(line -> line.status() == status).count();
    }

    /** Returns why the list is not ready, required lines that FAILED or were ERROR, in list order. */
    public List<Cause> causes() {
        return Causes.of(this);
    }

    /** Returns the required lines that wait for a person or for time, in list order; not those that echo such a line. */
    public List<Result> open() {
        return lines().stream()
                .filter(line -> line.status() == Status.PENDING && line.line().isRequired())
                .filter(line -> line.roots().isEmpty())
                .toList();
    }

    /** Returns the verdict with the counts and the reasons of what was waived or skipped, in one line. */
    public String headline() {
        return Headline.of(this);
    }

    /**
     * Returns the result of that id.
     *
     * @throws IllegalArgumentException if the list has no such id, or this run was not asked for it
     */
    public Result result(String id) {
        return find(result -> result.id().equals(id), "the id \"" + id + "\"");
    }

    /**
     * Returns the result of a listed item.
     *
     * @throws IllegalArgumentException if the item is not on the list, or this run was not asked for it
     */
    public Result result(Item item) {
        boolean isListed = results.stream().anyMatch(result -> result.line().isExactly(item));
        Predicate<Result> wanted = result ->
                isListed ? result.line().isExactly(item) : result.line().isOf(item);
        return find(wanted, "\"" + item.title() + "\"");
    }

    /**
     * Returns the question of a line that waits for a person, to be answered after the run.
     *
     * @throws IllegalArgumentException if this run has no such line, or nobody is asked there: it is not PENDING, or
     *     waits for something else than an answer
     */
    public Question question(String id) {
        Result result = result(id);
        return result.question()
                .filter(open -> result.status() == Status.PENDING)
                .orElseThrow(() -> new IllegalArgumentException(result.line() + " takes no answer: it is "
                        + result.status() + " (" + result.message() + "); expected a line that is PENDING"));
    }

    private Result find(Predicate<Result> wanted, String what) {
        Optional<Result> found = results.stream().filter(wanted).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no result of " + what + " in this run; it has: "
                + results.stream().map(Result::id).limit(20).collect(Collectors.joining(", "))));
    }

    /**
     * Returns this report if the list is READY.
     *
     * @throws NotReadyException otherwise, with the causes in its message
     */
    @CanIgnoreReturnValue
    public Report requireReady() {
        if (verdict != Verdict.READY) {
            throw new NotReadyException(this);
        }
        return this;
    }

    @Override
    public String toString() {
        return title + ": " + headline();
    }
}
