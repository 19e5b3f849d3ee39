package dev.checklist.run;

import dev.checklist.Highlight;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds one result for tests that need no run. */
public final class ResultFixture {
    private final String id;
    private final String title;
    private Kind kind = Kind.CHECK;
    private int depth;
    private boolean required = true;
    private @Nullable String reason;
    private @Nullable String remedy;
    private @Nullable String role;
    private final Set<String> tags = new LinkedHashSet<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private List<String> roots = List.of();
    private @Nullable String endOfRun;
    private @Nullable String cause;
    private @Nullable String earlier;
    private final List<String> diagnosis = new ArrayList<>();
    private @Nullable Attestation attestation;
    private @Nullable Waiver waiver;
    private @Nullable Highlight highlight;
    private Map<String, String> basis = Map.of();

    ResultFixture(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public ResultFixture kind(Kind value) {
        kind = value;
        return this;
    }

    public ResultFixture in(int sections) {
        depth = sections;
        return this;
    }

    public ResultFixture advisory() {
        required = false;
        return this;
    }

    public ResultFixture because(String text) {
        reason = text;
        return this;
    }

    public ResultFixture remedy(String text) {
        remedy = text;
        return this;
    }

    public ResultFixture by(String text) {
        role = text;
        return this;
    }

    public ResultFixture tag(String text) {
        tags.add(text);
        return this;
    }

    public ResultFixture attempt(Instant at, Duration length, Outcome outcome) {
        attempts.add(new Attempt(at, length.toNanos(), outcome));
        return this;
    }

    public ResultFixture roots(String... ids) {
        roots = List.of(ids);
        return this;
    }

    public ResultFixture endOfRun(String text) {
        endOfRun = text;
        return this;
    }

    public ResultFixture cause(String name) {
        cause = name;
        return this;
    }

    public ResultFixture earlier(String text) {
        earlier = text;
        return this;
    }

    public ResultFixture diagnosis(String text) {
        diagnosis.add(text);
        return this;
    }

    public ResultFixture waiver(Waiver value) {
        waiver = value;
        return this;
    }

    public ResultFixture highlight(String word, String holds) {
        highlight = new Highlight(word, holds);
        return kind(Kind.DERIVED);
    }

    public ResultFixture basis(Map<String, String> said) {
        basis = said;
        return this;
    }

    /** Lets the answer count so long. */
    public ResultFixture counting(Duration time) {
        attestation = attestation == null ? null : attestation.validFor(time);
        return this;
    }

    /** Answers as a person would: with everything an answer can have. */
    public ResultFixture confirmed(String who, Instant when, String comment, String evidence) {
        Question question = new Question(
                line(),
                "list",
                Map.of(),
                OptionalInt.empty(),
                null,
                new Binding(id, Map.of(Binding.TEXT, "7e47", Binding.about("version"), "2.4.1")),
                Question.Terms.NONE);
        attestation = question.confirmedBy(who)
                .withComment(comment)
                .withEvidence(evidence)
                .at(when);
        return this;
    }

    public Line line() {
        return new Line(
                id,
                title,
                kind,
                depth,
                required,
                null,
                new Line.Notes(reason, remedy, role, null, null, tags, highlight));
    }

    /** Ends with the status and message of the last attempt. */
    public Result ends() {
        Outcome last = attempts.get(attempts.size() - 1).outcome();
        return ends(last.status(), last.message());
    }

    public Result ends(Status status, String message) {
        Result.Details details = new Result.Details(roots, endOfRun, cause, earlier, diagnosis, attestation, waiver);
        return new Result(line(), status, message, attempts, details, new Result.Basis(basis, null));
    }
}
