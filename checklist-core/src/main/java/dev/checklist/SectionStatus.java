package dev.checklist;

import java.util.List;

/**
 * Gives a line the status of sections: the worst of their required items.
 *
 * @param sections one or more listed sections
 */
public record SectionStatus(List<Section> sections) implements Derivation {
    /** Copies the sections. */
    public SectionStatus {
        sections = List.copyOf(sections);
    }

    @Override
    public List<Item> sources() {
        return List.copyOf(sections);
    }

    @Override
    public void check(Entry line, List<Entry> sources) {
        for (Entry section : sources) {
            if (!section.isRequired() || !Rules.hasRequired(section)) {
                throw new IllegalArgumentException(line + " is derived from " + section
                        + ", which has no required item: derive it from one that has, or make an item required");
            }
        }
    }
}
