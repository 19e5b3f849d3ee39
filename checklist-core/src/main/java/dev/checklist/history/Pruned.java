package dev.checklist.history;

import java.util.List;

/**
 * Says what was removed from an archive.
 *
 * @param removed how many runs were removed
 * @param left how many are left
 * @param forgotten titles of the lists of which no run is left to compare with, in order
 */
public record Pruned(int removed, int left, List<String> forgotten) {
    /** Copies the titles. */
    public Pruned {
        forgotten = List.copyOf(forgotten);
    }

    @Override
    public String toString() {
        String gone = forgotten.isEmpty() ? "" : "; nothing is left to compare with of " + forgotten;
        return removed + " runs removed, " + left + " left" + gone;
    }
}
