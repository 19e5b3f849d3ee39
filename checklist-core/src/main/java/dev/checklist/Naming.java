package dev.checklist;

import org.jspecify.annotations.Nullable;

/**
 * Is all that the id of an item is made of.
 *
 * <p>Where a line looks differs from one environment to the next, while answers, waivers and histories are to find it in
 * all of them. So a place is no part of the key unless the author of the list has named it.
 *
 * @param at the name of the place, if the author gave one
 * @param id the id as it stands, if the author gave one
 */
record Naming(
        Identity identity, @Nullable String at, @Nullable String id) {
    private static final String AT = "-at-";

    static Naming of(Identity identity) {
        return new Naming(identity, null, null);
    }

    Naming at(String place) {
        return new Naming(identity, Arguments.text("place", place), id);
    }

    Naming id(String newId) {
        String text = Arguments.text("id", newId);
        if (!text.equals(text.strip()) || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("id is \"" + text + "\": expected no surrounding space, no control");
        }
        return new Naming(identity, at, text);
    }

    /** Lays the name that an untitled group has for the place under the member's own. */
    Naming within(Naming group) {
        return at == null ? new Naming(identity, group.at, id) : this;
    }

    String key() {
        return at == null ? identity.key() : identity.key() + AT + Slug.of(at);
    }

    /** Returns the key with the place where the item looks, for one that stands beside another of the same key. */
    String keyWithPlace() {
        String place = identity.place();
        return place == null ? key() : key() + AT + Slug.of(place);
    }
}
