package dev.checklist;

import java.util.List;
import java.util.Optional;

/**
 * Says how a line is computed from what a run, or runs before it, found: a pure function, never asked of anybody.
 *
 * <p>This is what the list knows of it; how to compute it, the runner knows.
 */
public interface Derivation {
    /** Returns the listed items that it is computed from: the line waits until all of them have ended. */
    List<Item> sources();

    /** Returns what must be reached, in words: part of the line's text, so that another demand is another line. */
    default Optional<String> demand() {
        return Optional.empty();
    }

    /** Tells whether it waits for every check of the list too, since it needs to know which things they judged. */
    default boolean needsAllChecks() {
        return false;
    }

    /**
     * Refuses arguments that contradict the list.
     *
     * @param sources the sources in their places
     * @throws IllegalArgumentException if they do
     */
    default void check(Entry line, List<Entry> sources) {}
}
