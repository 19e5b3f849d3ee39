package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Rating;
import dev.checklist.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Words questions to people, and judges what they answer. */
final class Answers {
    private Answers() {}

    /** Makes the question of a line; {@code seen} is what the machine said where it could not look. */
    static Question question(Checklist checklist, Line line, OptionalInt scale, Optional<String> seen) {
        List<String> parts = new ArrayList<>(List.of(
                line.id(),
                line.title(),
                line.reason().orElse(""),
                line.role().orElse(""),
                scale.toString(),
                seen.orElse("")));
        checklist.about().forEach((name, value) -> parts.addAll(List.of(name, value)));
        String binding = Sha256.of(parts);
        return new Question(line, checklist.title(), checklist.about(), scale, seen, binding);
    }

    /** Makes the question of a signature of the whole, bound to what all other lines came to. */
    static Question signing(Checklist checklist, Line line, Report rest) {
        Optional<String> seen = Optional.of(rest.headline());
        String binding = rest.digested().bind(line);
        return new Question(line, checklist.title(), checklist.about(), OptionalInt.empty(), seen, binding);
    }

    /** Judges a reply: only an answer to exactly this question counts. */
    static Result judge(Question question, @Nullable Rating rating, People.Reply reply, Instant now) {
        Line line = question.line();
        Attestation given = reply.attestation().orElse(null);
        if (given == null) {
            String problem = reply.problem().map(text -> ": " + text).orElse("");
            return result(line, Status.PENDING, waiting(line) + problem, null);
        }
        if (!given.binding().equals(question.binding())) {
            String changed = line.kind() == Kind.SIGNATURE
                    ? stale(given, Digest.changedBetween(given.binding(), question.binding()))
                    : "the answer of " + given.who() + " belongs to another text or release of this line; ";
            return result(line, Status.PENDING, changed + waiting(line), null);
        }
        Attestation dated = given.when().isPresent() ? given : given.at(now);
        return switch (given.answer()) {
            case CONFIRMED ->
                rating == null
                        ? result(line, Status.PASSED, "confirmed by " + given.who() + comment(given), dated)
                        : result(line, Status.PENDING, "expected a number, not a yes; " + waiting(line), null);
            case REFUSED -> result(line, Status.FAILED, "refused by " + given.who() + comment(given), dated);
            case RATED -> rated(line, rating, dated);
        };
    }

    private static Result rated(Line line, @Nullable Rating rating, Attestation given) {
        if (rating == null || given.score().isEmpty()) {
            return result(line, Status.PENDING, "expected a yes or no, not a number; " + waiting(line), null);
        }
        int score = given.score().getAsInt();
        int least = rating.least().orElse(1);
        String text = "rated " + score + " of " + rating.scale() + " by " + given.who() + comment(given);
        return score >= least
                ? result(line, Status.PASSED, text, given)
                : result(line, Status.FAILED, "expected at least " + least + ", but " + text, given);
    }

    /** Says what has changed since a signature was given. */
    static String stale(Attestation given, String changed) {
        return "the signature of " + given.who() + " is stale, since this has changed: " + changed + "; ";
    }

    /** Says for whom a line waits. */
    static String waiting(Line line) {
        return "waits for " + line.role().map(role -> "the " + role).orElse("an answer");
    }

    private static String comment(Attestation given) {
        return given.comment().map(text -> ": " + text).orElse("")
                + given.evidence().map(text -> " (" + text + ")").orElse("");
    }

    private static Result result(Line line, Status status, String message, @Nullable Attestation given) {
        Result.Details details = given == null ? Result.Details.NONE : Result.Details.NONE.with(given);
        return new Result(line, status, message, List.of(), details);
    }
}
