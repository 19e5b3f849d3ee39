package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.Section;

/** Counts who answers the lines of a list. */
final class Tally {
    private Tally() {}

    static String of(Checklist list) {
        long lines = list.entries().stream()
                .filter(entry -> !(entry.item() instanceof Section))
                .count();
        long people =
                list.entries().stream().filter(entry -> entry.isForPeople()).count();
        return "machine " + (lines - people) + ", people " + people;
    }
}
