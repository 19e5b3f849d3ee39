package dev.checklist;

import java.util.ArrayList;
import java.util.List;

/**
 * Is one of several things of which exactly one is chosen, such as an environment, with what proves that it is the one.
 *
 * @param name the option's name
 * @param items what is verified if it is chosen, such as the cluster's uid
 */
public record Choice(String name, List<Item> items) {
    /**
     * Copies the items.
     *
     * @throws IllegalArgumentException if the name is blank, or nothing would prove the choice
     */
    public Choice {
        Arguments.text("option", name);
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    "the option \"" + name + "\" has nothing that proves it: add a check, such as the cluster's uid");
        }
    }

    /** Makes a section with one part for each option; all but the chosen one do not apply. */
    static Section section(String title, String chosen, List<Choice> options) {
        List<String> names = options.stream().map(Choice::name).toList();
        if (names.size() != names.stream().distinct().count()) {
            throw new IllegalArgumentException("an option of \"" + title + "\" is there twice: " + names);
        }
        if (!names.contains(Arguments.text("the choice of \"" + title + "\"", chosen))) {
            throw new IllegalArgumentException(
                    "the choice of \"" + title + "\" is \"" + chosen + "\": expected one of " + names);
        }
        List<Item> parts = new ArrayList<>();
        for (Choice option : options) {
            Section part = Section.of(option.name(), Flow.PAGE, option.items());
            parts.add(option.name().equals(chosen) ? part : part.onlyIf(not(option.name(), chosen)));
        }
        return Section.of(title, Flow.PAGE, parts);
    }

    private static Precondition not(String option, String chosen) {
        return Precondition.of(option + " is chosen", () -> false).saying("not chosen: it is " + chosen);
    }
}
