package dev.checklist.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Opens the parts of a list or section stage by stage: the next when the machine lines of the last have ended. */
final class Scope {
    private final List<Node> nodes;
    /** The numbers of the stages, ascending; a selection leaves some out. */
    private final List<Integer> numbers = new ArrayList<>();

    private final List<List<Node>> stages = new ArrayList<>();
    private final List<Integer> looking = new ArrayList<>();
    private int open = -1;
    private int unended;
    private int unlooked;
    private final boolean machine;

    Scope(List<Node> nodes) {
        this.nodes = nodes;
        this.unended = nodes.size();
        for (Node node : nodes) {
            int last = stages.size() - 1;
            if (last < 0 || numbers.get(last) != node.entry().stage()) {
                numbers.add(node.entry().stage());
                stages.add(new ArrayList<>());
                looking.add(0);
                last++;
            }
            stages.get(last).add(node);
            if (node.hasMachineLine()) {
                looking.set(last, looking.get(last) + 1);
                unlooked++;
            }
        }
        this.machine = unlooked > 0;
    }

    List<Node> nodes() {
        return nodes;
    }

    boolean hasMachineLine() {
        return machine;
    }

    /** Opens the first stage, and those behind it that need not wait; returns what they contain. */
    List<Node> start() {
        return openNext();
    }

    /** Notes that the machine lines of a part have ended; returns what may start now. */
    List<Node> looked(Node node) {
        unlooked--;
        int stage = Collections.binarySearch(numbers, node.entry().stage());
        looking.set(stage, looking.get(stage) - 1);
        return stage == open ? openNext() : List.of();
    }

    private List<Node> openNext() {
        List<Node> opened = new ArrayList<>();
        while (open + 1 < stages.size() && (open < 0 || looking.get(open) == 0)) {
            open++;
            opened.addAll(stages.get(open));
        }
        return opened;
    }

    /** Tells whether every machine line in here has ended. */
    boolean isLooked() {
        return unlooked == 0;
    }

    /** Notes that a part has ended; true if it was the last. */
    boolean ended() {
        return --unended == 0;
    }
}
