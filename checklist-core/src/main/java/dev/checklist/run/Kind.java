package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Rating;
import dev.checklist.Section;
import dev.checklist.SignOff;

/** Says what kind of item a result belongs to. */
public enum Kind {
    /** A line that a machine verifies. */
    CHECK,
    /** A line that a person confirms. */
    SIGN_OFF,
    /** A line that a person answers with a number. */
    RATING,
    /** A line that is computed from other lines or earlier runs. */
    DERIVED,
    /** A line that a person signs for the whole list. */
    SIGNATURE,
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
        if (item instanceof SignOff signOff) {
            return signOff.signsWholeList() ? SIGNATURE : SIGN_OFF;
        }
        return item instanceof Rating ? RATING : DERIVED;
    }

    /** Tells whether it is a line, not a section. */
    public boolean isLine() {
        return this != SECTION;
    }
}
