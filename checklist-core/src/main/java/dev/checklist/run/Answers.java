package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Rating;
import dev.checklist.SignOff;
import dev.checklist.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Words questions to people, and judges what they answer. */
final class Answers {
    private Answers() {}

    /**
     * Makes the question of a line, but for the files that are signed, which take time to read.
     *
     * @param asked the sign-off; null for a rating
     * @param seen what the machine said where it could not look
     * @param before what the machine saw before
     */
    static Question question(
            Checklist checklist,
            Line line,
            @Nullable SignOff asked,
            OptionalInt scale,
            @Nullable String seen,
            List<Result> before) {
        Map<String, String> bound = new LinkedHashMap<>();
        bound.put(
                Binding.TEXT,
                Binding.hash(List.of(
                        line.title(), line.reason().orElse(""), line.role().orElse(""), scale.toString())));
        checklist.about().forEach((name, value) -> bound.put(Binding.about(name), value));
        if (seen != null) {
            bound.put(Binding.MACHINE, seen);
        }
        boolean isSigned = checklist.needsSignatures() || asked != null && asked.needsSignature();
        Question.Terms terms = asked == null
                ? new Question.Terms(null, false, isSigned, before)
                : new Question.Terms(asked.validFor().orElse(null), asked.needsEvidence(), isSigned, before);
        Binding binding = new Binding(line.id(), bound);
        return new Question(line, checklist.title(), checklist.about(), scale, seen, binding, terms);
    }

    /** Makes the question of a signature of the whole, bound to what all other lines came to. */
    static Question signing(Checklist checklist, Line line, Report rest) {
        Map<String, String> bound = new LinkedHashMap<>();
        bound.put(Binding.TEXT, line.textHash());
        checklist.about().forEach((name, value) -> bound.put(Binding.about(name), value));
        bound.putAll(rest.digested().bound());
        List<Result> causes = rest.causes().stream().map(Cause::first).toList();
        return new Question(
                line,
                checklist.title(),
                checklist.about(),
                OptionalInt.empty(),
                rest.headline(),
                new Binding(line.id(), bound),
                new Question.Terms(null, false, checklist.needsSignatures(), causes));
    }

    /** Judges a reply: only an answer to exactly this question counts. */
    static Result judge(Question question, @Nullable Rating rating, People.Reply reply, Instant now) {
        Line line = question.line();
        Attestation given = reply.attestation().orElse(null);
        if (given == null) {
            String problem = reply.problem().map(text -> ": " + text).orElse("");
            return open(reply, waiting(line) + problem);
        }
        Attestation dated = (given.when().isPresent() ? given : given.at(now)).within(question.validFor());
        Optional<String> objection = question.whyNot(dated, now);
        if (objection.isPresent()) {
            return open(reply, objection.get() + "; " + waiting(line));
        }
        return switch (given.answer()) {
            case CONFIRMED -> result(line, Status.PASSED, "confirmed by " + given.who() + comment(given), dated);
            case REFUSED ->
                result(line, Status.FAILED, "refused by " + given.who() + comment(given), dated)
                        .asking(question);
            case RATED -> rated(line, rating, dated).asking(question);
        };
    }

    private static Result open(People.Reply reply, String message) {
        Result open = new Result(reply.question().line(), Status.PENDING, message, List.of(), Result.Details.NONE);
        return reply.isAnswerable() ? open.asking(reply.question()) : open;
    }

    private static Result rated(Line line, @Nullable Rating rating, Attestation given) {
        if (rating == null) {
            throw new IllegalStateException(line + " is no rating, and a number is no answer to it");
        }
        int score = given.score().orElseThrow();
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

    private static Result result(Line line, Status status, String message, Attestation given) {
        return new Result(line, status, message, List.of(), Result.Details.NONE.with(given));
    }
}
