package dev.checklist;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Is one line or one section of a checklist: an immutable value whose modifiers return changed copies.
 *
 * <p>The factory that makes an item gives it an identity that survives every modifier, so {@code x.requires(up)} means
 * the listed {@code up.orStop()} too.
 */
public sealed interface Item permits Check, SignOff, Rating, Derived, Section {
    /** Returns the text of the line, as a person reads it. */
    String title();

    /** Returns why the line is on the list, if that was said. */
    default Optional<String> reason() {
        return Optional.ofNullable(Parts.traits(this).reason());
    }

    /**
     * Returns the item's own part of its id, made from kind, name, predicate and the name that {@link #at} gave to the
     * place; never changed by wording, nor by the address where the item looks.
     */
    default String key() {
        return Parts.traits(this).naming().key();
    }

    /** Returns the id given with {@link #id(String)}, if one was. */
    default Optional<String> explicitId() {
        return Optional.ofNullable(Parts.traits(this).naming().id());
    }

    /** Returns the tags, in the order given. */
    default Set<String> tags() {
        return Parts.traits(this).tags();
    }

    /** Returns the conditions under which the item applies, all of which must hold. */
    default List<Precondition> preconditions() {
        return Parts.traits(this).preconditions();
    }

    /** Returns the items that must pass before this one is asked. */
    default List<Item> requirements() {
        return Parts.traits(this).requirements();
    }

    /** Tells whether the item is shown without counting for the verdict. */
    default boolean isAdvisory() {
        return Parts.traits(this).standing() == Standing.ADVISORY;
    }

    /** Tells whether the item blocks what follows it unless it passes. */
    default boolean isGate() {
        return Parts.traits(this).standing() == Standing.GATE;
    }

    /** Says why the line is on the list; replaces an earlier reason. */
    Item because(String reason);

    /** Asks the item only if the condition holds; otherwise it is SKIPPED with the condition as the reason. Adds. */
    Item onlyIf(Precondition condition);

    /**
     * Asks the item only if the check passes: a conclusive FAILED means that it does not apply, anything else is an
     * ERROR. Adds to earlier conditions.
     *
     * @throws IllegalArgumentException if the check has modifiers that have no meaning here
     */
    Item onlyIf(Check condition);

    /** Asks the item only after the other one passed; otherwise it is BLOCKED. The other must be on the list. Adds. */
    Item requires(Item other);

    /** Shows the item without counting it for the verdict. */
    Item advisory();

    /** Blocks what follows in the same section (at top level: in the list) unless this item passes. */
    Item orStop();

    /** Adds tags, by which a run may select. */
    Item tag(String... tags);

    /** Gives the item an id of its own, used as it stands instead of the path of titles. */
    Item id(String id);

    /**
     * Names the place where the item looks, such as {@code "api"} or {@code "main site"}, as part of its key; replaces. Say
     * it where several lines ask the same of several places whose addresses are settings: without a name, their addresses
     * tell the ids apart, and no answer or waiver carries to another environment. On a group it names the place of its
     * members.
     */
    Item at(String place);

    /** Returns a token that is equal for two items only if one factory call made both, whatever their modifiers. */
    default Object identity() {
        return Parts.traits(this).identity();
    }
}
