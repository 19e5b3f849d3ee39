package dev.checklist.run;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Is what a person is asked.
 *
 * @param line the line to be answered
 * @param checklist the title of the list
 * @param about what the list is about
 * @param scale the highest rating; empty for a sign-off
 * @param seen what the machine said where it could not look itself
 * @param binding a hash of the line's id, its text, what the list is about and what the machine said: an answer belongs
 *     to exactly this
 */
public record Question(
        Line line,
        String checklist,
        Map<String, String> about,
        OptionalInt scale,
        Optional<String> seen,
        String binding) {

    /** Answers yes, in the name of a person. */
    public Attestation confirmedBy(String who) {
        return Attestation.of(this, Attestation.Answer.CONFIRMED, who);
    }

    /** Answers no, in the name of a person. */
    public Attestation refusedBy(String who) {
        return Attestation.of(this, Attestation.Answer.REFUSED, who);
    }

    /**
     * Answers a rating, in the name of a person.
     *
     * @throws IllegalArgumentException if this is no rating, or the score is not between 1 and the highest rating
     */
    public Attestation ratedBy(String who, int score) {
        int highest = scale.orElseThrow(
                () -> new IllegalArgumentException(line + " is a sign-off: answer confirmedBy or refusedBy"));
        if (score < 1 || score > highest) {
            throw new IllegalArgumentException("the score for " + line + " is " + score + ": expected 1 to " + highest);
        }
        return Attestation.of(this, Attestation.Answer.RATED, who).withScore(score);
    }
}
