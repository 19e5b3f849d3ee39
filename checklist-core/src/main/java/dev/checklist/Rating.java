package dev.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Is a line that a person answers with a number, such as "security: 4 of 5".
 *
 * <p>PASSED from {@link #atLeast(int)} on, FAILED below it, PENDING while nobody has answered: a missing rating is
 * never zero. Needs an {@code atLeast} unless it stands in a scorecard, else the list is refused.
 */
public final class Rating implements Item {
    /** The highest rating if {@link #outOf(int)} is left out. */
    public static final int DEFAULT_SCALE = 5;

    private final Traits traits;
    private final String title;
    private final int scale;
    private final OptionalInt least;
    private final @Nullable String role;
    private final @Nullable Cap cap;
    private final boolean scored;

    private Rating(
            Traits traits,
            String title,
            int scale,
            OptionalInt least,
            @Nullable String role,
            @Nullable Cap cap,
            boolean scored) {
        this.traits = traits;
        this.title = title;
        this.scale = scale;
        this.least = least;
        this.role = role;
        this.cap = cap;
        this.scored = scored;
    }

    static Rating of(String area) {
        return new Rating(
                Traits.of("rating " + Arguments.text("area", area)),
                area,
                DEFAULT_SCALE,
                OptionalInt.empty(),
                null,
                null,
                false);
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
        return new Rating(
                traits, title, Arguments.between("highest rating", highest, 2, 1000), least, role, cap, scored);
    }

    /** Sets the rating from which on the line passes; it must lie between 1 and the highest rating. */
    public Rating atLeast(int lowest) {
        return new Rating(
                traits,
                title,
                scale,
                OptionalInt.of(Arguments.between("lowest rating", lowest, 1, 1000)),
                role,
                cap,
                scored);
    }

    /** Names the role that answers; default: anybody. */
    public Rating by(String role) {
        return new Rating(traits, title, scale, least, Arguments.text("role", role), cap, scored);
    }

    /**
     * Lets the rating count at most so much unless each of these listed checks PASSED or does not apply; replaces. The
     * rating is asked when the checks have ended, and its line says what capped it.
     *
     * @param most the highest number that counts then, from 1 to below the highest rating
     */
    public Rating cappedBy(int most, Check first, Check... more) {
        List<Check> checks = new ArrayList<>(List.of(Arguments.present("check", first)));
        checks.addAll(List.of(Arguments.present("checks", more)));
        Cap limit = new Cap(Arguments.between("highest capped rating", most, 1, 999), checks);
        return new Rating(traits, title, scale, least, role, limit, scored);
    }

    /** Returns what limits the rating, if anything does. */
    public Optional<Cap> cap() {
        return Optional.ofNullable(cap);
    }

    /** Makes the rating one of a scorecard, where the sum decides. */
    Rating scored() {
        return new Rating(traits, title, scale, least, role, cap, true);
    }

    /** Tells whether it stands in a scorecard, so that it needs no {@code atLeast} of its own. */
    public boolean isScored() {
        return scored;
    }

    /** Returns what must be reached, in words: part of the line's text. */
    public String demand() {
        String wanted = least.isPresent() ? ", at least " + least.getAsInt() : "";
        return "1 to " + scale + wanted
                + (cap == null ? "" : ", at most " + cap.most() + " unless green: " + names(cap));
    }

    private static String names(Cap cap) {
        return cap.checks().stream().map(Check::title).collect(Collectors.joining("; "));
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
        return with(traits.named(traits.naming().id(id)));
    }

    @Override
    public Rating at(String place) {
        return with(traits.named(traits.naming().at(place)));
    }

    Traits traits() {
        return traits;
    }

    Rating with(Traits changed) {
        return new Rating(changed, title, scale, least, role, cap, scored);
    }

    @Override
    public String toString() {
        return title;
    }
}
