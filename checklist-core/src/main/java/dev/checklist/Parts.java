package dev.checklist;

/** Reaches the parts that the five kinds of item share, without making them public. */
final class Parts {
    private Parts() {}

    static Traits traits(Item item) {
        if (item instanceof Check check) {
            return check.traits();
        }
        if (item instanceof SignOff signOff) {
            return signOff.traits();
        }
        if (item instanceof Rating rating) {
            return rating.traits();
        }
        if (item instanceof Derived derived) {
            return derived.traits();
        }
        return ((Section) item).traits();
    }

    static Item with(Item item, Traits traits) {
        if (item instanceof Check check) {
            return check.with(traits);
        }
        if (item instanceof SignOff signOff) {
            return signOff.with(traits);
        }
        if (item instanceof Rating rating) {
            return rating.with(traits);
        }
        if (item instanceof Derived derived) {
            return derived.with(traits);
        }
        return ((Section) item).with(traits);
    }
}
