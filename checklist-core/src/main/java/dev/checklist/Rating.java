package dev.checklist;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Is a line that a person answers with a number, such as "security: 4 of 5".
 *
 * <p>PASSED from {@link #atLeast(int)} on, FAILED below it, PENDING while nobody has answered: a missing rating is
 * never zero. Needs an {@code atLeast}, else the list is refused.
 */
public final class Rating implements Item {
    /** The highest rating if {@link #outOf(int)} is left out. */
    public static final int DEFAULT_SCALE = 5;

    private final Traits traits;
    private final String title;
    private final int scale;
    private final OptionalInt least;
    private final @Nullable String role;

    private Rating(Traits traits, String title, int scale, OptionalInt least, @Nullable String role) {
        this.traits = traits;
        this.title = title;
        this.scale = scale;
        this.least = least;
        this.role = role;
    }

    static Rating of(String area) {
        return new Rating(
                Traits.of("rating " + Arguments.text("area", area)), area, DEFAULT_SCALE, OptionalInt.empty(), null);
    }

    @Override
    public String title() {
        return title;
    }

    /** Returns the highest rating; the lowest is 1. */
    public int scale() {
        return scale;
    }

    /** Returns the rating from which on the line passes, if one was given. */
    public OptionalInt least() {
        return least;
    }

    /** Returns the role that answers, if one was named. */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /** Sets the highest rating, from 2 to 1000; default 5. */
    public Rating outOf(int highest) {
        return new Rating(traits, title, Arguments.between("highest rating", highest, 2, 1000), least, role);
    }

    /** Sets the rating from which on the line passes; it must lie between 1 and the highest rating. */
    public Rating atLeast(int lowest) {
        return new Rating(
                traits, title, scale, OptionalInt.of(Arguments.between("lowest rating", lowest, 1, 1000)), role);
    }

    /** Names the role that answers; default: anybody. */
    public Rating by(String role) {
        return new Rating(traits, title, scale, least, Arguments.text("role", role));
    }

    @Override
    public Rating because(String reason) {
        return with(traits.because(reason));
    }

    @Override
    public Rating onlyIf(Precondition condition) {
        return with(traits.onlyIf(condition));
    }

    @Override
    public Rating onlyIf(Check condition) {
        return with(traits.onlyIf(Precondition.passes(condition)));
    }

    @Override
    public Rating requires(Item other) {
        return with(traits.requires(other));
    }

    @Override
    public Rating advisory() {
        return with(traits.standing(Standing.ADVISORY));
    }

    @Override
    public Rating orStop() {
        return with(traits.standing(Standing.GATE));
    }

    @Override
    public Rating tag(String... tags) {
        return with(traits.tag(tags));
    }

    @Override
    public Rating id(String id) {
        return with(traits.withId(id));
    }

    Traits traits() {
        return traits;
    }

    Rating with(Traits changed) {
        return new Rating(changed, title, scale, least, role);
    }

    @Override
    public String toString() {
        return title;
    }
}
