package dev.checklist;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is a line that is computed, such as "all verification steps passed": never asked, of a machine or a person.
 *
 * <p>It is computed when the items it is derived from have ended. Nothing on the page waits for it unless it is a gate
 * or required; a run that leaves out any of those items leaves out this line too.
 */
public final class Derived implements Item {
    private final Traits traits;
    private final String title;
    private final Derivation derivation;
    private final @Nullable Highlight highlight;

    private Derived(Traits traits, String title, Derivation derivation, @Nullable Highlight highlight) {
        this.traits = traits;
        this.title = title;
        this.derivation = derivation;
        this.highlight = highlight;
    }

    /**
     * Makes a line with a derivation of your own, for providers.
     *
     * @param key the line's own part of its id; never an expected value
     * @param title the line as a person reads it
     * @param derivation how it is computed, of a kind that the runner knows
     */
    public static Derived of(String key, String title, Derivation derivation) {
        return new Derived(
                Traits.of(Arguments.text("key", key)),
                Arguments.text("title", title),
                Arguments.present("derivation", derivation),
                null);
    }

    @Override
    public String title() {
        return title;
    }

    /** Returns how the line is computed. */
    public Derivation derivation() {
        return derivation;
    }

    /** Returns what must be reached, in words, if the line has a demand besides its title. */
    public Optional<String> demand() {
        return derivation.demand();
    }

    /** Returns what the line says on the first screen, if it stands there. */
    public Optional<Highlight> highlight() {
        return Optional.ofNullable(highlight);
    }

    /**
     * Shows the line on the first screen of every report too, with the reason: {@code highlight("ROLLBACK", "possible")}
     * reads "ROLLBACK possible: …", "not possible: …", or, where nobody could tell, "could not be found out: …".
     * Replaces. Default: it stands in its place only.
     *
     * @throws IllegalArgumentException if a word is blank, or the first longer than 24 characters
     */
    public Derived highlight(String word, String holds) {
        return new Derived(traits, title, derivation, new Highlight(word, holds));
    }

    @Override
    public Derived because(String reason) {
        return with(traits.because(reason));
    }

    @Override
    public Derived onlyIf(Precondition condition) {
        return with(traits.onlyIf(condition));
    }

    @Override
    public Derived onlyIf(Check condition) {
        return with(traits.onlyIf(Precondition.passes(condition)));
    }

    @Override
    public Derived requires(Item other) {
        return with(traits.requires(other));
    }

    @Override
    public Derived advisory() {
        return with(traits.standing(Standing.ADVISORY));
    }

    @Override
    public Derived orStop() {
        return with(traits.standing(Standing.GATE));
    }

    @Override
    public Derived tag(String... tags) {
        return with(traits.tag(tags));
    }

    @Override
    public Derived id(String id) {
        return with(traits.named(traits.naming().id(id)));
    }

    @Override
    public Derived at(String place) {
        return with(traits.named(traits.naming().at(place)));
    }

    Traits traits() {
        return traits;
    }

    Derived with(Traits changed) {
        return new Derived(changed, title, derivation, highlight);
    }

    @Override
    public String toString() {
        return title;
    }
}
