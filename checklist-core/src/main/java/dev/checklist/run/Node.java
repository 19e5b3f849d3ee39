package dev.checklist.run;

import dev.checklist.Entry;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Sharers.Share;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Is the state of one selected entry during a run; touched by the coordinator's thread only. */
final class Node {
    private final Entry entry;
    private final Line line;
    private final @Nullable Node parent;
    private final List<Node> needs = new ArrayList<>(0);
    private final List<Node> followers = new ArrayList<>(0);
    private final List<Node> sources = new ArrayList<>(0);
    private final List<Node> watchers = new ArrayList<>(0);
    private @Nullable Scope scope;
    private int missing = 1;
    private int dueAfter;
    private boolean started;
    private boolean looked;
    private @Nullable Result result;
    private @Nullable Result uncapped;
    private @Nullable Outcome seen;
    private @Nullable List<String> roots;
    private @Nullable CheckRun run;
    private @Nullable Share share;

    Node(Entry entry, @Nullable Node parent) {
        this.entry = entry;
        this.parent = parent;
        this.line = Line.of(entry);
    }

    Entry entry() {
        return entry;
    }

    Line line() {
        return line;
    }

    @Nullable
    Node parent() {
        return parent;
    }

    /** Returns the parts of a section; null for a line. */
    @Nullable
    Scope scope() {
        return scope;
    }

    void scope(Scope parts) {
        scope = parts;
    }

    List<Node> children() {
        return scope == null ? List.of() : scope.nodes();
    }

    /** Tells whether a machine looks at anything here, so that the page waits for it; people are never waited for. */
    boolean hasMachineLine() {
        return scope == null ? entry.isForMachine() && !entry.isLast() : scope.hasMachineLine();
    }

    /** Lets this node start only after the other has ended and its gate opened. */
    void need(Node other) {
        needs.add(other);
        other.followers.add(this);
        missing++;
    }

    /** Lets this node start only after the other has ended, whatever came of it. */
    void watch(Node other) {
        sources.add(other);
        other.watchers.add(this);
        missing++;
    }

    /** Holds the start back until {@link #met} is called once more. */
    void hold() {
        missing++;
    }

    /** Returns what it is computed from, or what caps it. */
    List<Node> sources() {
        return sources;
    }

    List<Node> watchers() {
        return watchers;
    }

    boolean isSignature() {
        return entry.isWholeListSignOff();
    }

    /** Tells whether nothing in here is left but signatures of the whole list, which wait for everything else. */
    boolean isAtRest() {
        return isEnded()
                || (scope == null ? isSignature() : scope.nodes().stream().allMatch(Node::isAtRest));
    }

    List<Node> needs() {
        return needs;
    }

    List<Node> followers() {
        return followers;
    }

    /** Counts one of the conditions of the start as met; true if it was the last. */
    boolean met() {
        return --missing == 0;
    }

    /** Notes how many shared reads had started when it fell due: these come too early for it. */
    void dueAfter(int reads) {
        dueAfter = reads;
    }

    int dueAfter() {
        return dueAfter;
    }

    boolean isStarted() {
        return started;
    }

    void start() {
        started = true;
    }

    /** Notes that the machine has done its part; false if that was known. */
    boolean look() {
        boolean first = !looked;
        looked = true;
        return first;
    }

    boolean isEnded() {
        return result != null;
    }

    /** Returns the result of a node that has ended. */
    Result ending() {
        if (result == null) {
            throw new IllegalStateException(entry + " has not ended");
        }
        return result;
    }

    void end(Result how) {
        result = how;
        run = null;
        roots = null;
    }

    Status status() {
        return ending().status();
    }

    /** Returns the state of a check that is being asked. */
    @Nullable
    CheckRun run() {
        return run;
    }

    void run(@Nullable CheckRun asked) {
        run = asked;
    }

    /** Returns what it is counted as sharing, from when it falls due until the machine has looked. */
    @Nullable
    Share share() {
        return share;
    }

    void share(@Nullable Share counted) {
        share = counted;
    }

    /** Amends the result after the end, such as by a diagnosis. */
    void amend(UnaryOperator<Result> change) {
        if (result != null) {
            result = change.apply(result);
            roots = null;
        }
    }

    /** Keeps the answer of a rating as it was before a check capped it. */
    void uncapped(Result answered) {
        uncapped = answered;
    }

    @Nullable
    Result uncapped() {
        return uncapped;
    }

    /** Keeps the unmasked outcome for the checks that require this one. */
    void seen(Outcome outcome) {
        seen = outcome;
    }

    @Nullable
    Outcome seen() {
        return seen;
    }

    /** Returns the worst status of the required parts of a section; of all, if none is required. */
    Status worst() {
        return Statuses.worst(relevant().stream().map(Node::status).toList());
    }

    private List<Node> relevant() {
        List<Node> required = children().stream().filter(Node::counts).toList();
        return required.isEmpty() ? children() : required;
    }

    /** Tells whether anything in here counts for the section around it. */
    private boolean counts() {
        return !entry.item().isAdvisory()
                && (scope == null || scope.nodes().stream().anyMatch(Node::counts));
    }

    /** Returns the unpassed lines because of which nothing behind this node may start; never a BLOCKED one. */
    List<String> roots() {
        if (roots == null) {
            Set<String> found = new LinkedHashSet<>();
            collectRoots(found);
            roots = List.copyOf(found);
        }
        return roots;
    }

    private void collectRoots(Set<String> roots) {
        if (result == null || result.status().opensGate()) {
            return;
        }
        if (scope != null) {
            relevant().forEach(child -> child.collectRoots(roots));
        } else if (result.status() == Status.BLOCKED || !result.roots().isEmpty()) {
            roots.addAll(result.roots());
        } else {
            roots.add(entry.id());
        }
    }
}
