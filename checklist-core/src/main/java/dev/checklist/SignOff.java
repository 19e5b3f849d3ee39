package dev.checklist;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is a line that only a person can answer, such as "the rollback plan was read".
 *
 * <p>Without an answer the line is PENDING; confirmed it is PASSED, refused it is FAILED. An answer belongs to the
 * item's id, its text and what the list is about: edit the line or change the release and it is PENDING again.
 */
public final class SignOff implements Item {
    private final Traits traits;
    private final String title;
    private final @Nullable String role;
    private final boolean whole;

    private SignOff(Traits traits, String title, @Nullable String role, boolean whole) {
        this.traits = traits;
        this.title = title;
        this.role = role;
        this.whole = whole;
    }

    static SignOff of(String statement) {
        return new SignOff(Traits.of(Arguments.text("statement", statement)), statement, null, false);
    }

    static SignOff ofWholeList(String role) {
        String text = Arguments.text("role", role);
        return new SignOff(Traits.of("sign-off " + text), "Sign-off: " + text, text, true);
    }

    @Override
    public String title() {
        return title;
    }

    /** Returns the role that answers, if one was named. */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /** Tells whether it signs the whole list: then it is asked last, and belongs to what all other lines came to. */
    public boolean signsWholeList() {
        return whole;
    }

    /** Names the role that answers, such as "release manager"; default: anybody. */
    public SignOff by(String role) {
        return new SignOff(traits, title, Arguments.text("role", role), whole);
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
        return with(traits.withId(id));
    }

    Traits traits() {
        return traits;
    }

    SignOff with(Traits changed) {
        return new SignOff(changed, title, role, whole);
    }

    @Override
    public String toString() {
        return title;
    }
}
