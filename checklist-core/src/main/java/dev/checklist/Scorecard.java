package dev.checklist;

import java.util.ArrayList;
import java.util.List;

/** Makes the section of a scorecard: its ratings, which need no least number of their own, and the line of their sum. */
final class Scorecard {
    private Scorecard() {}

    static Section of(String title, Threshold threshold, List<Rating> ratings) {
        List<Item> items = new ArrayList<>();
        List<Rating> scored = new ArrayList<>();
        for (Rating rating : ratings) {
            refuse(rating, "onlyIf", !rating.preconditions().isEmpty());
            refuse(rating, "advisory", rating.isAdvisory());
            scored.add(rating.scored());
        }
        items.addAll(scored);
        Total total = new Total(Arguments.present("threshold", threshold).points(), scored);
        items.add(
                Derived.of("total", "Total: at least " + total.least() + " of " + total.highest() + " points", total));
        return Section.of(title, Flow.PAGE, items);
    }

    /** A sum over fewer areas than were agreed would pass, or fail, at a number that was never meant for it. */
    private static void refuse(Rating rating, String modifier, boolean isSet) {
        if (isSet) {
            throw new IllegalArgumentException("the rating \"" + rating.title() + "\" of a scorecard has " + modifier
                    + ": every area counts for the sum, so put it on the scorecard itself");
        }
    }
}
