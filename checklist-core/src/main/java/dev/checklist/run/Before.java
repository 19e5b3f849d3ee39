package dev.checklist.run;

import dev.checklist.Entry;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the machine saw before a person is asked: the lines that matter to the answer. */
final class Before {
    /** More lines than this are not read by anybody. */
    private static final int MOST = 20;

    private Before() {}

    /** Returns the results of what the line needs and of the nearest items before it in its section, in list order. */
    static List<Result> of(Node node, Board board) {
        Set<Node> seen = new LinkedHashSet<>();
        node.needs().forEach(need -> add(seen, need));
        Node parent = node.parent();
        List<Node> siblings = parent == null ? board.top() : parent.children();
        int place = Collections.binarySearch(siblings, node, Before::inListOrder);
        for (int i = place - 1; i >= 0 && i >= place - MOST; i--) {
            add(seen, siblings.get(i));
        }
        return seen.stream().sorted(Before::inListOrder).map(Node::ending).toList();
    }

    private static int inListOrder(Node one, Node other) {
        Entry first = one.entry();
        return Integer.compare(first.index(), other.entry().index());
    }

    private static void add(Set<Node> seen, Node node) {
        if (!node.entry().isForPeople() && node.isEnded() && seen.size() < MOST) {
            seen.add(node);
        }
    }
}
