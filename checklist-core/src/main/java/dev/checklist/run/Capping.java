package dev.checklist.run;

import dev.checklist.Cap;
import dev.checklist.Rating;
import dev.checklist.Status;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Limits what a rating counts while a check that it names is not green: pure functions. */
final class Capping {
    private Capping() {}

    /** Returns the checks that cap the rating: all but those that passed or do not apply. */
    private static List<Node> capping(Node node) {
        return node.sources().stream()
                .filter(check -> check.status() != Status.PASSED && check.status() != Status.SKIPPED)
                .toList();
    }

    /** Returns the most that the rating can count now. */
    static int most(Node node, Rating rating) {
        return rating.cap()
                .filter(cap -> !capping(node).isEmpty())
                .map(Cap::most)
                .orElse(rating.scale());
    }

    /** Returns what the rating counts, if a number was given. */
    static OptionalInt points(Node node, Rating rating) {
        OptionalInt score = score(node.ending());
        return score.isPresent() ? OptionalInt.of(Math.min(score.getAsInt(), most(node, rating))) : score;
    }

    private static OptionalInt score(Result result) {
        return result.attestation().map(Attestation::score).orElse(OptionalInt.empty());
    }

    /** Judges an answered rating anew where checks cap it, and says so. */
    static Result applyTo(Node node, @Nullable Rating rating, Result answered) {
        OptionalInt score = score(answered);
        if (rating == null || score.isEmpty() || score.getAsInt() <= most(node, rating)) {
            return answered;
        }
        int most = most(node, rating);
        String why = capping(node).stream()
                .map(check -> "\"" + check.line().title() + "\" (" + check.status() + ")")
                .collect(Collectors.joining(", "));
        String message = answered.message() + "; counts " + most + ", capped by " + why;
        int least = rating.least().orElse(1);
        return most >= least
                ? answered.but(answered.status(), message)
                : answered.but(Status.FAILED, "expected at least " + least + ", but " + message);
    }
}
