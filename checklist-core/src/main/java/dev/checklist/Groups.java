package dev.checklist;

import java.util.ArrayList;
import java.util.List;

/** Resolves untitled groups: their members take their places, with the group's traits laid over theirs. */
final class Groups {
    private Groups() {}

    static List<Item> splice(List<? extends Item> items) {
        List<Item> flat = new ArrayList<>(items.size());
        for (Item item : items) {
            if (Arguments.present("item", item) instanceof Section section && section.isGroup()) {
                members(section, flat);
            } else {
                flat.add(item);
            }
        }
        return List.copyOf(flat);
    }

    /** Returns the line that stands for a group or section that may be empty. */
    static Check nothing(String reason) {
        Precondition never = Precondition.of(reason, () -> false).saying(reason);
        return Check.of(reason, "Nothing to check", context -> Outcome.error("never asked"))
                .onlyIf(never);
    }

    private static void members(Section group, List<Item> flat) {
        if (group.items().isEmpty()) {
            throw new IllegalArgumentException(
                    "a group is empty: give at least one value, or say why it may be empty with orSkip(reason)");
        }
        if (group.explicitId().isPresent()) {
            throw new IllegalArgumentException(
                    "a group has the id \"" + group.explicitId().get() + "\": give ids to its members");
        }
        for (Item member : group.items()) {
            Item placed = Parts.with(member, Parts.traits(member).within(group.traits()));
            flat.add(placed instanceof Check check ? check.within(group.defaults()) : sectionWithin(placed, group));
        }
    }

    private static Item sectionWithin(Item item, Section group) {
        return item instanceof Section section ? section.within(group.defaults()) : item;
    }
}
