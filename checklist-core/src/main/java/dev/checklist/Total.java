package dev.checklist;

import java.util.List;
import java.util.Optional;

/**
 * Adds up the ratings of a scorecard.
 *
 * @param least the sum from which on the line passes
 * @param ratings the ratings, each with its scale
 */
public record Total(int least, List<Rating> ratings) implements Derivation {
    /**
     * Copies the ratings.
     *
     * @throws IllegalArgumentException if there is none, or no answer could reach the least sum
     */
    public Total {
        ratings = List.copyOf(ratings);
        Arguments.between("least sum of the scorecard", least, 1, highest(ratings));
    }

    private static int highest(List<Rating> ratings) {
        return ratings.stream().mapToInt(Rating::scale).sum();
    }

    /** Returns the highest sum. */
    public int highest() {
        return highest(ratings);
    }

    @Override
    public List<Item> sources() {
        return List.copyOf(ratings);
    }

    @Override
    public Optional<String> demand() {
        return Optional.of("at least " + least + " of " + highest() + " points");
    }
}
