package dev.checklist.local;

import java.util.List;
import java.util.Optional;

/**
 * Is one place of a document: a value, or the beginning of an object or a list.
 *
 * @param path the names and indices that lead there, outermost first
 */
record Leaf(List<String> path, Scalar value) {
    /** Returns the name of the field that holds it; nothing in a list or at the root. */
    String name() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    String pointer() {
        StringBuilder pointer = new StringBuilder();
        path.forEach(name -> pointer.append('/').append(name.replace("~", "~0").replace("/", "~1")));
        return Shown.plain(pointer.toString());
    }

    static Optional<Scalar> at(Pointer pointer, List<Leaf> document) {
        return document.stream()
                .filter(leaf -> leaf.path().equals(pointer.names()))
                .map(Leaf::value)
                .findFirst();
    }
}
