package dev.checklist;

/**
 * Is the sum from which on a scorecard passes; made by {@code atLeast(28)}.
 *
 * @param points the sum
 */
public record Threshold(int points) {
    /** Refuses a sum that every answer reaches. */
    public Threshold {
        Arguments.between("least sum of the scorecard", points, 1, 1_000_000);
    }
}
