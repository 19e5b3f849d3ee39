package dev.checklist.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Is a person's answer, bound to the line, its text and what the list is about. */
public final class Attestation {
    private final String binding;
    private final Answer answer;
    private final String who;
    private final @Nullable Instant when;
    private final OptionalInt score;
    private final @Nullable String comment;
    private final @Nullable String evidence;

    private Attestation(
            String binding,
            Answer answer,
            String who,
            @Nullable Instant when,
            OptionalInt score,
            @Nullable String comment,
            @Nullable String evidence) {
        this.binding = binding;
        this.answer = answer;
        this.who = who;
        this.when = when;
        this.score = score;
        this.comment = comment;
        this.evidence = evidence;
    }

    static Attestation of(Question question, Answer answer, String who) {
        if (who == null || who.isBlank()) {
            throw new IllegalArgumentException("who answers " + question.line() + " is blank: give a name");
        }
        return new Attestation(question.binding(), answer, who, null, OptionalInt.empty(), null, null);
    }

    /** Says what was answered. */
    public enum Answer {
        /** Yes. */
        CONFIRMED,
        /** No. */
        REFUSED,
        /** A number. */
        RATED
    }

    Attestation withScore(int number) {
        return new Attestation(binding, answer, who, when, OptionalInt.of(number), comment, evidence);
    }

    /** Adds a comment; replaces. */
    public Attestation withComment(String text) {
        return new Attestation(binding, answer, who, when, score, text, evidence);
    }

    /** Adds evidence, such as a link; replaces. */
    public Attestation withEvidence(String text) {
        return new Attestation(binding, answer, who, when, score, comment, text);
    }

    /** Says when the answer was given; default: when the runner receives it. */
    public Attestation at(Instant time) {
        return new Attestation(binding, answer, who, time, score, comment, evidence);
    }

    Attestation masked(Redactor redactor) {
        return new Attestation(
                binding,
                answer,
                redactor.mask(who),
                when,
                score,
                comment == null ? null : redactor.mask(comment),
                evidence == null ? null : redactor.mask(evidence));
    }

    /** Returns the hash of what was answered, by whom, with what: never when. */
    String hash() {
        return Sha256.of(List.of(
                binding,
                answer.name(),
                who,
                score.toString(),
                comment == null ? "" : comment,
                evidence == null ? "" : evidence));
    }

    /** Returns the hash of the question that was answered. */
    public String binding() {
        return binding;
    }

    /** Returns what was answered. */
    public Answer answer() {
        return answer;
    }

    /** Returns the name given; self-declared. */
    public String who() {
        return who;
    }

    /** Returns when the answer was given, once the runner has it. */
    public Optional<Instant> when() {
        return Optional.ofNullable(when);
    }

    /** Returns the score of a rating. */
    public OptionalInt score() {
        return score;
    }

    /** Returns the comment. */
    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    /** Returns the evidence. */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidence);
    }

    @Override
    public String toString() {
        return answer + " by " + who;
    }
}
