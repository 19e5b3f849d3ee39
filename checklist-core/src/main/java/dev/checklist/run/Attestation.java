package dev.checklist.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Is a person's answer, bound to the line, its text, what the list is about and the files that were signed. */
public final class Attestation {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Binding binding;
    private final String statement;
    private final Answer answer;
    private final Person person;
    private final OptionalInt score;
    private final @Nullable Instant when;
    private final Extras extras;

    /** Says who answered. */
    private record Person(
            String who, @Nullable String role, @Nullable String signer) {}

    /** Holds what an answer may have besides. */
    private record Extras(
            @Nullable String comment,
            @Nullable String evidence,
            @Nullable Duration validFor) {
        static final Extras NONE = new Extras(null, null, null);
    }

    private Attestation(
            Binding binding,
            String statement,
            Answer answer,
            Person person,
            OptionalInt score,
            @Nullable Instant when,
            Extras extras) {
        this.binding = binding;
        this.statement = statement;
        this.answer = answer;
        this.person = person;
        this.score = score;
        this.when = when;
        this.extras = extras;
    }

    static Attestation of(Question question, Answer answer, String who) {
        Attestation given =
                recorded(question.line().id(), question.bound(), question.line().title(), answer, who);
        return question.line().role().map(given::as).orElse(given);
    }

    /**
     * Reads back an answer that was kept, in a file or a database.
     *
     * @param id the id of the line
     * @param bound what the answer belongs to, as {@link #bound()} gave it
     * @param statement the text of the line
     * @throws IllegalArgumentException if the name is blank
     */
    public static Attestation recorded(
            String id, Map<String, String> bound, String statement, Answer answer, String who) {
        if (who == null || who.isBlank()) {
            throw new IllegalArgumentException("who answers \"" + statement + "\" (" + id + ") is blank: give a name");
        }
        Person person = new Person(who, null, null);
        return new Attestation(
                new Binding(id, bound), statement, answer, person, OptionalInt.empty(), null, Extras.NONE);
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

    /** Adds the number of a rating; replaces. */
    public Attestation withScore(int number) {
        return new Attestation(binding, statement, answer, person, OptionalInt.of(number), when, extras);
    }

    /** Adds a comment; replaces. */
    public Attestation withComment(String text) {
        return with(new Extras(text, extras.evidence, extras.validFor));
    }

    /** Adds evidence, such as a link; replaces. */
    public Attestation withEvidence(String text) {
        return with(new Extras(extras.comment, text, extras.validFor));
    }

    /**
     * Adds a file as evidence: its name and the SHA-256 of its content; replaces.
     *
     * @throws IOException if the file cannot be read
     */
    public Attestation withEvidence(Path file) throws IOException {
        return withEvidence(SignedFiles.name(file) + " (sha256 " + SignedFiles.digest(file) + ")");
    }

    /**
     * Lets the answer count only so long from when it was given, at most 366 days; the line itself may allow less.
     * Replaces. Default: as long as the line allows.
     */
    public Attestation validFor(Duration time) {
        if (time == null || time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "time is " + time + ": expected more than zero and at most " + LONGEST.toDays() + " days");
        }
        return with(new Extras(extras.comment, extras.evidence, time));
    }

    /** Says in which role the answer was given; default: the one that the line asks for. */
    public Attestation as(String role) {
        return with(new Person(person.who, role, person.signer));
    }

    /** Says whose key signed the answer, once the signature was verified: then the name is not self-declared. */
    public Attestation signedBy(String signer) {
        return with(new Person(person.who, person.role, signer));
    }

    /** Says when the answer was given; default: when the runner receives it. */
    public Attestation at(Instant time) {
        return new Attestation(binding, statement, answer, person, score, time, extras);
    }

    private Attestation with(Extras changed) {
        return new Attestation(binding, statement, answer, person, score, when, changed);
    }

    private Attestation with(Person changed) {
        return new Attestation(binding, statement, answer, changed, score, when, extras);
    }

    /** Lets the answer count no longer than the line allows, so that a report says until when it counts. */
    Attestation within(Optional<Duration> time) {
        Duration own = extras.validFor;
        return time.filter(most -> own == null || most.compareTo(own) < 0)
                .map(most -> with(new Extras(extras.comment, extras.evidence, most)))
                .orElse(this);
    }

    /** Returns what the list was about when it was answered, by name. */
    public Map<String, String> about() {
        return binding.about();
    }

    Attestation masked(Redactor redactor) {
        Person shown = new Person(redactor.mask(person.who), person.role, person.signer);
        String comment = extras.comment == null ? null : redactor.mask(extras.comment);
        String evidence = extras.evidence == null ? null : redactor.mask(extras.evidence);
        return with(shown).with(new Extras(comment, evidence, extras.validFor));
    }

    /** Returns the hash of what was answered, by whom, with what: never when. */
    String hash() {
        return TextHash.of(List.of(
                binding(),
                answer.name(),
                person.who,
                person.role == null ? "" : person.role,
                person.signer == null ? "" : person.signer,
                score.toString(),
                extras.comment == null ? "" : extras.comment,
                extras.evidence == null ? "" : extras.evidence));
    }

    Binding boundTo() {
        return binding;
    }

    /** Returns the id of the line that was answered. */
    public String id() {
        return binding.id();
    }

    /** Returns the text of the line as it was answered. */
    public String statement() {
        return statement;
    }

    /** Returns the hash of the question that was answered: of the id and of all that {@link #bound()} has. */
    public String binding() {
        return binding.hash();
    }

    /** Returns what the answer belongs to by name: the text's hash, the parameters, the hashes of signed files. */
    public Map<String, String> bound() {
        return binding.parts();
    }

    /** Returns what was answered. */
    public Answer answer() {
        return answer;
    }

    /** Returns the name given; self-declared unless {@link #signer()} is present. */
    public String who() {
        return person.who;
    }

    /** Returns the role in which the answer was given. */
    public Optional<String> role() {
        return Optional.ofNullable(person.role);
    }

    /** Returns whose key signed the answer, if a signature was verified. */
    public Optional<String> signer() {
        return Optional.ofNullable(person.signer);
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
        return Optional.ofNullable(extras.comment);
    }

    /** Returns the evidence. */
    public Optional<String> evidence() {
        return Optional.ofNullable(extras.evidence);
    }

    /** Returns how long the answer counts, if the person limited it, or the line once the runner has taken the answer. */
    public Optional<Duration> validity() {
        return Optional.ofNullable(extras.validFor);
    }

    @Override
    public String toString() {
        return answer + " by " + person.who;
    }
}
