package dev.checklist.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Is what a person is asked: pure data, so that it can be answered long after the run. */
public final class Question {
    private final Line line;
    private final String checklist;
    private final Map<String, String> about;
    private final OptionalInt scale;
    private final @Nullable String seen;
    private final Binding binding;
    private final Terms terms;

    /**
     * Says on which terms an answer counts, and what was known when it was asked for.
     *
     * @param validFor how long an answer counts
     * @param needsEvidence whether a yes counts only with evidence
     * @param needsSignature whether a yes counts only with a verified signature
     * @param before what the machine saw before, in list order
     */
    record Terms(@Nullable Duration validFor, boolean needsEvidence, boolean needsSignature, List<Result> before) {
        static final Terms NONE = new Terms(null, false, false, List.of());
    }

    Question(
            Line line,
            String checklist,
            Map<String, String> about,
            OptionalInt scale,
            @Nullable String seen,
            Binding binding,
            Terms terms) {
        this.line = line;
        this.checklist = checklist;
        this.about = about;
        this.scale = scale;
        this.seen = seen;
        this.binding = binding;
        this.terms = terms;
    }

    /** Returns the line to be answered. */
    public Line line() {
        return line;
    }

    /** Returns the title of the list. */
    public String checklist() {
        return checklist;
    }

    /** Returns what the list is about, in the order given. */
    public Map<String, String> about() {
        return about;
    }

    /** Returns the highest rating; empty for a sign-off. */
    public OptionalInt scale() {
        return scale;
    }

    /** Returns what the machine said where it could not look itself. */
    public Optional<String> seen() {
        return Optional.ofNullable(seen);
    }

    /** Returns what the machine saw before: of what the line requires and of its own section, the nearest 20 lines. */
    public List<Result> before() {
        return terms.before();
    }

    /** Returns how long an answer counts, if that was limited. */
    public Optional<Duration> validFor() {
        return Optional.ofNullable(terms.validFor());
    }

    /** Tells whether a yes counts only with evidence. */
    public boolean needsEvidence() {
        return terms.needsEvidence();
    }

    /** Tells whether a yes counts only with a verified signature. */
    public boolean needsSignature() {
        return terms.needsSignature();
    }

    /** Returns the hash of the line's id and of all that {@link #bound()} has: an answer belongs to exactly this. */
    public String binding() {
        return binding.hash();
    }

    /**
     * Returns what an answer belongs to, by name: the hash of the line's text, what the list is about, the hashes of
     * the files that are signed, what the machine said.
     */
    public Map<String, String> bound() {
        return binding.parts();
    }

    /** Adds the files that are signed, by the parts of a binding. */
    Question over(Map<String, String> files) {
        Map<String, String> all = new LinkedHashMap<>(binding.parts());
        all.putAll(files);
        return new Question(line, checklist, about, scale, seen, new Binding(binding.id(), all), terms);
    }

    Binding boundTo() {
        return binding;
    }

    /** Returns why this answer does not count at this time, such as "version was 1.4.1 and is 1.4.2"; empty if it does. */
    public Optional<String> whyNot(Attestation given, Instant now) {
        return Objection.to(given, this, now);
    }

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

    @Override
    public String toString() {
        return line.toString();
    }
}
