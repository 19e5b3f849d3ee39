package dev.checklist.examples.readme;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Is the thing that the README's list looks at. */
final class Ledger {
    private final Deque<Integer> differences;

    Ledger(Integer... differences) {
        this.differences = new ArrayDeque<>(List.of(differences));
    }

    String version() {
        return "2.3.9";
    }

    /** Returns the next difference; the last one stays. */
    int difference() {
        return differences.size() > 1 ? differences.remove() : differences.element();
    }

    String newestBackup() {
        return "nightly-2029-12-31, 1.2 GB";
    }
}
