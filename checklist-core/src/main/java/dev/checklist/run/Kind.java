package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Rating;
import dev.checklist.Section;

/** Says what kind of item a result belongs to. */
public enum Kind {
    /** A line that a machine verifies. */
    CHECK,
    /** A line that a person confirms. */
    SIGN_OFF,
    /** A line that a person answers with a number. */
    RATING,
    /** A titled part of the list. */
    SECTION;

    /** Returns the kind of an item. */
    public static Kind of(Item item) {
        if (item instanceof Check) {
            return CHECK;
        }
        if (item instanceof Section) {
            return SECTION;
        }
        return item instanceof Rating ? RATING : SIGN_OFF;
    }

    /** Tells whether a machine or a person answers; false for sections. */
    public boolean isLine() {
        return this != SECTION;
    }
}
