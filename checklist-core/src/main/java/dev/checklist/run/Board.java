package dev.checklist.run;

import dev.checklist.Derived;
import dev.checklist.Entry;
import dev.checklist.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows what may start: lays out the selected entries, and passes on what each end means to those behind it.
 *
 * <p>It never calls probes; what falls due is given to the coordinator one by one.
 */
final class Board {
    private final List<Node> nodes = new ArrayList<>();
    private final Scope top;
    private final Queue<Node> due = new ArrayDeque<>();
    private final IntSupplier reads;
    private final Sharers sharers;
    private final Consumer<Result> ended;
    private final Map<String, String> titles = new HashMap<>();
    private final List<Node> lastChecks = new ArrayList<>();
    private final List<Node> afterChecks = new ArrayList<>();
    private final List<Node> signatures = new ArrayList<>();
    private int unended;
    private int unlooked;
    private int unlookedLast;
    private int unsettled;

    /**
     * Lays out the entries.
     *
     * @param entries what was selected, in list order; with a section come the sections around it
     * @param reads counts the shared reads that have started
     * @param sharers counts the lines that are due
     * @param ended is told each result
     */
    Board(Collection<Entry> entries, IntSupplier reads, Sharers sharers, Consumer<Result> ended) {
        this.reads = reads;
        this.sharers = sharers;
        this.ended = ended;
        Map<Entry, Node> byEntry = new HashMap<>();
        Map<Node, List<Node>> children = new HashMap<>();
        List<Node> roots = new ArrayList<>();
        for (Entry entry : entries) {
            Node parent = entry.parent().map(byEntry::get).orElse(null);
            Node node = new Node(entry, parent);
            nodes.add(node);
            byEntry.put(entry, node);
            (parent == null ? roots : children.computeIfAbsent(parent, key -> new ArrayList<>())).add(node);
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (!node.entry().children().isEmpty()) {
                node.scope(new Scope(children.getOrDefault(node, List.of())));
            }
        }
        nodes.forEach(node -> connect(node, byEntry));
        nodes.stream().filter(node -> node.scope() == null).forEach(this::count);
        this.top = new Scope(roots);
        this.unended = nodes.size();
    }

    private static void connect(Node node, Map<Entry, Node> byEntry) {
        node.entry().gate().map(byEntry::get).ifPresent(node::need);
        for (Entry source : node.entry().sources()) {
            Node watched = byEntry.get(source);
            if (watched != null) {
                node.watch(watched);
            }
        }
        for (Entry required : node.entry().requirements()) {
            Node needed = byEntry.get(required);
            if (needed != null) {
                node.need(needed);
            }
        }
    }

    private void count(Node line) {
        unlooked += line.hasMachineLine() ? 1 : 0;
        if (line.isSignature()) {
            line.hold();
            signatures.add(line);
            return;
        }
        unsettled++;
        if (line.entry().isLast()) {
            line.hold();
            lastChecks.add(line);
            unlookedLast++;
        }
        if (line.entry().item() instanceof Derived derived
                && derived.derivation().needsAllChecks()) {
            line.hold();
            afterChecks.add(line);
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Returns the items at top level, in list order. */
    List<Node> top() {
        return top.nodes();
    }

    void start() {
        top.start().forEach(this::met);
        if (unlooked == 0) {
            openLast();
        }
    }

    /** Lets what waits for all other checks start, and what waits for all checks if there are no such. */
    private void openLast() {
        lastChecks.forEach(this::met);
        if (unlookedLast == 0) {
            afterChecks.forEach(this::met);
        }
    }

    /** Tells whether every line has ended that is no signature of the whole list. */
    boolean isSettled() {
        return unsettled == 0;
    }

    List<Node> signatures() {
        return signatures;
    }

    /** Lets the signatures of the whole list be asked. */
    void openSignatures() {
        signatures.forEach(this::met);
    }

    /** Returns the next node whose turn it is, or null if none is due now. */
    @Nullable
    Node nextDue() {
        while (true) {
            Node node = due.poll();
            if (node == null) {
                return null;
            }
            if (!node.isEnded() && !isBlocked(node)) {
                return node;
            }
        }
    }

    boolean isOver() {
        return unended == 0;
    }

    private void met(Node node) {
        if (node.met()) {
            node.dueAfter(reads.getAsInt());
            sharers.due(node);
            due.add(node);
        }
    }

    private boolean isBlocked(Node node) {
        List<Node> closed =
                node.needs().stream().filter(need -> !need.status().opensGate()).toList();
        if (!closed.isEmpty()) {
            List<String> roots = roots(closed);
            block(node, "not asked, because of " + String.join(", ", titles(roots)), roots, null);
        }
        return !closed.isEmpty();
    }

    /** Shares one list among all that one gate blocks, which may be thousands behind thousands. */
    private static List<String> roots(List<Node> closed) {
        if (closed.size() == 1) {
            return closed.get(0).roots();
        }
        Set<String> roots = new LinkedHashSet<>();
        closed.forEach(need -> roots.addAll(need.roots()));
        return List.copyOf(roots);
    }

    /** Starts the parts of a section. */
    void open(Scope scope) {
        scope.start().forEach(this::met);
    }

    /** Ends whatever has not ended in here as BLOCKED, since the run has ended. */
    void blockAtEnd(Node node, String reason) {
        block(node, "not asked: " + reason, List.of(), reason);
    }

    private void block(Node node, String message, List<String> roots, @Nullable String endOfRun) {
        Result.Details details = new Result.Details(roots, endOfRun, null, null, List.of(), null, null);
        endAll(node, Status.BLOCKED, message, details);
    }

    private List<String> titles(List<String> ids) {
        if (titles.isEmpty()) {
            nodes.forEach(
                    node -> titles.put(node.entry().id(), "\"" + node.line().title() + "\""));
        }
        return ids.stream().limit(4).map(id -> titles.getOrDefault(id, id)).toList();
    }

    /** Ends whatever has not ended in here with the same status. */
    void endAll(Node node, Status status, String message, Result.Details details) {
        if (node.isEnded()) {
            return;
        }
        if (node.scope() == null) {
            end(node, new Result(node.line(), status, message, List.of(), details));
        } else {
            node.children().forEach(child -> endAll(child, status, message, details));
        }
    }

    /** Ends a line, and lets those behind it know. */
    void end(Node node, Result result) {
        node.end(result);
        unended--;
        unsettled -= node.scope() == null && !node.isSignature() ? 1 : 0;
        ended.accept(result);
        looked(node);
        node.followers().forEach(this::met);
        node.watchers().forEach(this::met);
        Node parent = node.parent();
        if (parent != null && parent.scope() != null && parent.scope().ended()) {
            end(parent, SectionResult.of(parent));
        }
    }

    /** Notes that the machine has done its part of a node. */
    void looked(Node node) {
        if (node.entry().isLast() && node.look()) {
            Sharers.looked(node);
            unlookedLast--;
            if (unlooked == 0 && unlookedLast == 0) {
                afterChecks.forEach(this::met);
            }
        }
        if (!node.hasMachineLine() || !node.look()) {
            return;
        }
        Sharers.looked(node);
        if (node.scope() == null && --unlooked == 0) {
            openLast();
        }
        Node parent = node.parent();
        Scope scope = parent == null ? top : parent.scope();
        if (scope != null) {
            scope.looked(node).forEach(this::met);
            if (parent != null && scope.isLooked()) {
                looked(parent);
            }
        }
    }
}
