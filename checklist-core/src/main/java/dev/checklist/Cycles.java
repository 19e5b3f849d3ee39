package dev.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses lists whose items wait for one another: page order, gates, membership, {@code requires}, derivations and
 * signatures of the whole in one graph.
 *
 * <p>Every entry has three events: it starts, its machine lines have ended, all of it has ended. An edge says which
 * event waits for which.
 */
final class Cycles {
    private static final int START = 0;
    private static final int LOOKED = 1;
    private static final int END = 2;
    private static final int EVENTS = 3;

    private final List<Entry> entries;
    private final List<ArrayList<Integer>> waitsFor;

    private Cycles(List<Entry> entries) {
        this.entries = entries;
        this.waitsFor = Stream.generate(() -> new ArrayList<Integer>(2))
                .limit((long) entries.size() * EVENTS)
                .toList();
    }

    static void refuse(List<Entry> entries) {
        if (entries.stream().allMatch(Cycles::followsThePage)) {
            return; // membership, page order and gates all follow the page, so they alone make no circle
        }
        Cycles graph = new Cycles(entries);
        entries.forEach(graph::connect);
        graph.stages(entries.stream().filter(entry -> entry.depth() == 0).toList());
        graph.refuse();
    }

    private static boolean followsThePage(Entry entry) {
        return entry.requirements().isEmpty()
                && entry.sources().isEmpty()
                && !entry.isWholeListSignOff()
                && !entry.isLast();
    }

    private void connect(Entry entry) {
        wait(entry, END, entry, START);
        entry.parent().ifPresent(parent -> {
            wait(entry, START, parent, START);
            if (!entry.isLast()) {
                wait(parent, LOOKED, entry, LOOKED);
            }
            wait(parent, END, entry, END);
        });
        if (entry.isForMachine() || hasMachineLine(entry)) {
            wait(entry, LOOKED, entry, START);
        }
        entry.gate().ifPresent(gate -> wait(entry, START, gate, END));
        entry.requirements().forEach(required -> wait(entry, START, required, END));
        entry.sources().forEach(source -> wait(entry, START, source, END));
        if (entry.isWholeListSignOff()) {
            lines().filter(line -> !line.isWholeListSignOff()).forEach(line -> wait(entry, START, line, END));
        }
        if (entry.item() instanceof Derived derived && derived.derivation().needsAllChecks()) {
            lines().filter(Entry::isForMachine).forEach(line -> wait(entry, START, line, LOOKED));
        }
        if (entry.isLast()) {
            lines().filter(line -> line.isForMachine() && !line.isLast())
                    .forEach(line -> wait(entry, START, line, LOOKED));
        }
        stages(entry.children());
    }

    private Stream<Entry> lines() {
        return entries.stream().filter(entry -> entry.children().isEmpty());
    }

    /** Lets each stage wait for the machine lines of the stage before it; people and what is last are not waited for. */
    private void stages(List<Entry> siblings) {
        List<Entry> before = List.of();
        List<Entry> stage = new ArrayList<>();
        for (Entry entry : siblings) {
            if (!stage.isEmpty() && stage.get(0).stage() != entry.stage()) {
                List<Entry> machine =
                        stage.stream().filter(Cycles::hasMachineLine).toList();
                before = machine.isEmpty() ? before : machine;
                stage = new ArrayList<>();
            }
            stage.add(entry);
            for (Entry earlier : before) {
                wait(entry, START, earlier, LOOKED);
            }
        }
    }

    private static boolean hasMachineLine(Entry entry) {
        return entry.children().isEmpty()
                ? entry.isForMachine() && !entry.isLast()
                : entry.children().stream().anyMatch(Cycles::hasMachineLine);
    }

    private void wait(Entry entry, int event, Entry other, int otherEvent) {
        waitsFor.get(entry.index() * EVENTS + event).add(other.index() * EVENTS + otherEvent);
    }

    private void refuse() {
        int[] state = new int[waitsFor.size()];
        int[] next = new int[waitsFor.size()];
        List<Integer> path = new ArrayList<>();
        for (int root = 0; root < state.length; root++) {
            if (state[root] == 0) {
                path.add(root);
                state[root] = 1;
            }
            while (!path.isEmpty()) {
                int node = path.get(path.size() - 1);
                if (next[node] == waitsFor.get(node).size()) {
                    state[node] = 2;
                    path.remove(path.size() - 1);
                    continue;
                }
                int wanted = waitsFor.get(node).get(next[node]++);
                if (state[wanted] == 1) {
                    throw new IllegalArgumentException(describe(path.subList(path.indexOf(wanted), path.size())));
                }
                if (state[wanted] == 0) {
                    state[wanted] = 1;
                    path.add(wanted);
                }
            }
        }
    }

    private String describe(List<Integer> circle) {
        List<Entry> items = circle.stream()
                .map(node -> entries.get(node / EVENTS))
                .distinct()
                .toList();
        return "items wait for one another, by requires, derivations, signatures, gates or the order of the page: "
                + items.stream().map(Entry::toString).collect(Collectors.joining(" waits for ")) + " waits for "
                + items.get(0) + "; remove a requires, or move an item";
    }
}
