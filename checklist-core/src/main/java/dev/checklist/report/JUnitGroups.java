package dev.checklist.report;

import java.util.ArrayList;
import java.util.List;

/** Follows a list in its order, and names for each line the sections around it. */
final class JUnitGroups {
    private final String list;
    private final List<String> sections = new ArrayList<>();

    JUnitGroups(String list) {
        this.list = list;
    }

    void enter(int depth, String section) {
        sections.subList(Math.min(depth, sections.size()), sections.size()).clear();
        sections.add(section);
    }

    /** Returns the titles of the sections around a line; at top level that of the list. */
    String around(int depth) {
        List<String> around = sections.subList(0, Math.min(depth, sections.size()));
        return around.isEmpty() ? list : String.join(" / ", around);
    }
}
