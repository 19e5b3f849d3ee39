package dev.checklist.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows all that stands on a line, or on a section around it; whatever has come to rest is looked at once. */
final class Dependents {
    private final Set<Node> atRest = new HashSet<>();
    private final Set<Node> followed = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();

    Dependents(Node node) {
        follow(node);
    }

    private void follow(@Nullable Node node) {
        for (Node part = node; part != null && followed.add(part); part = part.parent()) {
            open.addAll(part.followers());
        }
    }

    /** Tells whether all of them have come to rest, which nothing wakes from; goes on where it stopped the last time. */
    boolean areAt(Predicate<Node> rest) {
        while (!open.isEmpty()) {
            Node next = open.element();
            if (!atRest.contains(next) && !rest.test(next)) {
                return false;
            }
            open.remove();
            if (atRest.add(next)) {
                open.addAll(next.children());
                follow(next);
            }
        }
        return true;
    }
}
