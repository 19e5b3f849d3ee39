package dev.checklist.run;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is how one item ended: pure data, masked, without exceptions, checks or clients. */
public final class Result {
    private final Line line;
    private final Status status;
    private final String message;
    private final List<Attempt> attempts;
    private final Details details;
    private final Basis basis;
    private final @Nullable Question question;

    /**
     * Holds what few results have.
     *
     * @param roots ids of the unpassed lines that blocked this one
     * @param endOfRun why the run ended before this line, if that blocked it
     * @param cause a name shared by all results with the same cause, such as one failed read
     * @param earlier the newest different message of an earlier attempt
     * @param diagnosis what was collected after the failure
     * @param attestation a person's answer
     * @param waiver what covers the failure
     */
    record Details(
            List<String> roots,
            @Nullable String endOfRun,
            @Nullable String cause,
            @Nullable String earlier,
            List<String> diagnosis,
            @Nullable Attestation attestation,
            @Nullable Waiver waiver) {
        static final Details NONE = new Details(List.of(), null, null, null, List.of(), null, null);

        Details with(Attestation answer) {
            return new Details(roots, endOfRun, cause, earlier, diagnosis, answer, waiver);
        }

        Details with(Waiver cover) {
            return new Details(roots, endOfRun, cause, earlier, diagnosis, attestation, cover);
        }

        Details with(List<String> notes) {
            return new Details(roots, endOfRun, cause, earlier, notes, attestation, waiver);
        }
    }

    /**
     * Says what a computed line rests on.
     *
     * @param evidence what it was computed from, by name
     * @param seenAt when the oldest look that it rests on ended
     */
    record Basis(Map<String, String> evidence, @Nullable Instant seenAt) {
        static final Basis NONE = new Basis(Map.of(), null);

        Basis {
            evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        }
    }

    Result(Line line, Status status, String message, List<Attempt> attempts, Details details) {
        this(line, status, message, attempts, details, Basis.NONE);
    }

    Result(Line line, Status status, String message, List<Attempt> attempts, Details details, Basis basis) {
        this(line, status, message, attempts, details, basis, null);
    }

    private Result(
            Line line,
            Status status,
            String message,
            List<Attempt> attempts,
            Details details,
            Basis basis,
            @Nullable Question question) {
        this.basis = basis;
        this.line = line;
        this.status = status;
        this.message = message;
        this.attempts = attempts;
        this.details = details;
        this.question = question;
    }

    /** Makes the result of a line that was computed from more than this run. */
    static Result computed(Line line, Finding finding, Redactor redactor) {
        Map<String, String> evidence = new LinkedHashMap<>();
        finding.evidence().forEach((name, value) -> evidence.put(redactor.mask(name), redactor.mask(value)));
        Details details = new Details(finding.roots(), null, null, null, List.of(), null, null);
        Basis basis = new Basis(evidence, finding.seenAt().orElse(null));
        return new Result(line, finding.status(), redactor.mask(finding.message()), List.of(), details, basis);
    }

    /** Returns the id, title and kind of the item. */
    public Line line() {
        return line;
    }

    /** Returns the id of the item on its list. */
    public String id() {
        return line.id();
    }

    /** Returns how it ended. */
    public Status status() {
        return status;
    }

    /** Returns what was expected and found, or why it was not asked. */
    public String message() {
        return message;
    }

    /** Returns every look, in order; empty for what was never asked, and for people. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** Returns when the deciding look ended, or when a person answered; of a computed line, the oldest of these. */
    public Optional<Instant> seenAt() {
        if (basis.seenAt() != null) {
            return Optional.of(basis.seenAt());
        }
        if (details.attestation() != null) {
            return details.attestation().when();
        }
        return attempts.isEmpty()
                ? Optional.empty()
                : Optional.of(attempts.get(attempts.size() - 1).endedAt());
    }

    /** Returns what was seen, by name, in the order given; of a computed line, what it was computed from. */
    public Map<String, String> evidence() {
        if (!basis.evidence().isEmpty()) {
            return basis.evidence();
        }
        return last().map(Outcome::evidence).orElse(Map.of());
    }

    /** Returns which thing was judged, by name, such as a cluster's uid. */
    public Map<String, String> identity() {
        return last().map(Outcome::identity).orElse(Map.of());
    }

    /** Returns the warnings. */
    public List<String> warnings() {
        return last().map(Outcome::warnings).orElse(List.of());
    }

    /** Returns the kind of ERROR: broken, or could not look. */
    public Mark mark() {
        return status == Status.ERROR ? last().map(Outcome::mark).orElse(Mark.PLAIN) : Mark.PLAIN;
    }

    private Optional<Outcome> last() {
        return attempts.isEmpty()
                ? Optional.empty()
                : Optional.of(attempts.get(attempts.size() - 1).outcome());
    }

    /** Returns what a computed line was computed from, by name; empty for lines that were asked. */
    public Map<String, String> basis() {
        return basis.evidence();
    }

    /** Returns the ids of the unpassed lines that blocked this one, or that a computed line only echoes. */
    public List<String> roots() {
        return details.roots();
    }

    /** Returns why the run ended before this line was asked, if that blocked it. */
    public Optional<String> endOfRun() {
        return Optional.ofNullable(details.endOfRun());
    }

    /** Returns the newest different message of an earlier attempt, so that a reason is not lost in retries. */
    public Optional<String> earlierMessage() {
        return Optional.ofNullable(details.earlier());
    }

    /** Returns what was collected after the failure. */
    public List<String> diagnosis() {
        return details.diagnosis();
    }

    /** Returns a person's answer. */
    public Optional<Attestation> attestation() {
        return Optional.ofNullable(details.attestation());
    }

    /** Returns the waiver that covers the failure. */
    public Optional<Waiver> waiver() {
        return Optional.ofNullable(details.waiver());
    }

    /** Returns the question that may still be answered, of a line that is PENDING, was refused or was rated. */
    public Optional<Question> question() {
        return Optional.ofNullable(question);
    }

    Details details() {
        return details;
    }

    /** Leaves the question open, to be answered after the run. */
    Result asking(Question open) {
        return new Result(line, status, message, attempts, details, basis, open);
    }

    /** Adds what was collected after the failure. */
    Result with(List<String> diagnosis) {
        return new Result(line, status, message, attempts, details.with(diagnosis), basis, question);
    }

    /** Lays a person's answer over what the machine said when it could not look. */
    Result after(@Nullable Result machine) {
        if (machine == null) {
            return this;
        }
        String both = message + "; the machine could not look: " + machine.message;
        Details merged = details.attestation() == null ? machine.details : machine.details.with(details.attestation());
        return new Result(machine.line, status, both, machine.attempts, merged, machine.basis, question);
    }

    Result masked(Redactor redactor) {
        Details masked = details.attestation() == null
                ? details
                : details.with(details.attestation().masked(redactor));
        return new Result(line, status, redactor.mask(message), attempts, masked, basis, question);
    }

    Result waived(Waiver waiver) {
        return new Result(line, Status.WAIVED, message, attempts, details.with(waiver), basis, null);
    }

    /** Lays a later look over this one: every attempt is kept, the later look decides. */
    Result then(Result later) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.addAll(later.attempts);
        return new Result(line, later.status, later.message, List.copyOf(all), later.details, basis);
    }

    /** Ends the line otherwise than it seemed. */
    Result but(Status changed, String newMessage) {
        return new Result(line, changed, newMessage, attempts, details, basis, question);
    }

    @Override
    public String toString() {
        return status + " " + line + ": " + message;
    }
}
