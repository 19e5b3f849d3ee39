package dev.checklist;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Is a line that only a person can answer, such as "the rollback plan was read".
 *
 * <p>Without an answer the line is PENDING; confirmed it is PASSED, refused it is FAILED. An answer belongs to the
 * item's id, its text, what the list is about and the files it was given over: edit the line or a file, or change the
 * release, and it is PENDING again.
 */
public final class SignOff implements Item {
    private final Traits traits;
    private final String title;
    private final Terms terms;
    private final boolean whole;

    private SignOff(Traits traits, String title, Terms terms, boolean whole) {
        this.traits = traits;
        this.title = title;
        this.terms = terms;
        this.whole = whole;
    }

    static SignOff of(String statement) {
        return new SignOff(Traits.of(Arguments.text("statement", statement)), statement, Terms.NONE, false);
    }

    static SignOff ofWholeList(String role) {
        Terms terms = Terms.NONE.by(role);
        return new SignOff(Traits.of("sign-off " + role), "Sign-off: " + role, terms, true);
    }

    @Override
    public String title() {
        return title;
    }

    /** Returns the role that answers, if one was named. */
    public Optional<String> role() {
        return Optional.ofNullable(terms.role());
    }

    /** Tells whether it signs the whole list: then it is asked last, and belongs to what all other lines came to. */
    public boolean signsWholeList() {
        return whole;
    }

    /** Returns the files whose content is signed, in the order given. */
    public List<Path> files() {
        return terms.files();
    }

    /** Returns how long an answer counts, if that was limited. */
    public Optional<Duration> validFor() {
        return Optional.ofNullable(terms.validFor());
    }

    /** Tells whether an answer counts only with evidence. */
    public boolean needsEvidence() {
        return terms.needsEvidence();
    }

    /** Tells whether a yes counts only with a verified signature. */
    public boolean needsSignature() {
        return terms.needsSignature();
    }

    /** Names the role that answers, such as "release manager"; replaces. Default: anybody. */
    public SignOff by(String role) {
        return new SignOff(traits, title, terms.by(role), whole);
    }

    /**
     * Binds the answer to the content of files, such as the manifests that were reviewed; adds. An edit makes the line
     * PENDING again, and so does a file that cannot be read. The files are read when the question is asked; a relative
     * path counts from the working directory.
     */
    public SignOff over(Path first, Path... more) {
        return new SignOff(traits, title, terms.over(first, more), whole);
    }

    /** Lets an answer count only so long, at most 366 days; replaces. Default: as long as nothing else changes. */
    public SignOff validFor(Duration time) {
        return new SignOff(traits, title, terms.validFor(time), whole);
    }

    /** Takes a yes only with evidence, such as a link or a file; without it the line stays PENDING. */
    public SignOff withEvidence() {
        return new SignOff(traits, title, terms.withEvidence(), whole);
    }

    /**
     * Takes a yes only with a verified signature of the one who gives it; a self-declared one leaves the line PENDING. A no
     * counts without. Default: as the list says ({@link Checklist#withSignaturesOnly}).
     */
    public SignOff withSignature() {
        return new SignOff(traits, title, terms.withSignature(), whole);
    }

    @Override
    public SignOff because(String reason) {
        return with(traits.because(reason));
    }

    @Override
    public SignOff onlyIf(Precondition condition) {
        return with(traits.onlyIf(condition));
    }

    @Override
    public SignOff onlyIf(Check condition) {
        return with(traits.onlyIf(Precondition.passes(condition)));
    }

    @Override
    public SignOff requires(Item other) {
        return with(traits.requires(other));
    }

    @Override
    public SignOff advisory() {
        return with(traits.standing(Standing.ADVISORY));
    }

    @Override
    public SignOff orStop() {
        return with(traits.standing(Standing.GATE));
    }

    @Override
    public SignOff tag(String... tags) {
        return with(traits.tag(tags));
    }

    @Override
    public SignOff id(String id) {
        return with(traits.named(traits.naming().id(id)));
    }

    @Override
    public SignOff at(String place) {
        return with(traits.named(traits.naming().at(place)));
    }

    Traits traits() {
        return traits;
    }

    SignOff with(Traits changed) {
        return new SignOff(changed, title, terms, whole);
    }

    @Override
    public String toString() {
        return title;
    }
}
