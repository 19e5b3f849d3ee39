package dev.checklist.examples.page;

import dev.checklist.Checklist;
import dev.checklist.Derived;
import dev.checklist.Entry;
import dev.checklist.Rating;
import dev.checklist.Section;
import dev.checklist.SignOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Maps boxes to the lines that carry their tags, themselves or by a section around them. */
final class Coverage {
    /** One line of a phase. */
    record Covering(String id, String title, Box.Answer answer) {}

    private final Map<String, List<Covering>> byTag = new TreeMap<>();

    /** Takes the lines of all phases of a page. */
    void add(Page page) {
        page.phases().forEach((phase, list) -> add(phase, list));
    }

    private void add(Phase phase, Checklist list) {
        for (Entry entry : list.entries()) {
            if (!(entry.item() instanceof Section)) {
                Covering line =
                        new Covering(phase.id() + "/" + entry.id(), entry.item().title(), answer(entry));
                tags(entry)
                        .forEach(tag -> byTag.computeIfAbsent(tag, any -> new ArrayList<>())
                                .add(line));
            }
        }
    }

    private static List<String> tags(Entry entry) {
        List<String> tags = new ArrayList<>(entry.item().tags());
        entry.parent().ifPresent(parent -> tags.addAll(tags(parent)));
        return tags.stream().distinct().toList();
    }

    private static Box.Answer answer(Entry entry) {
        return entry.item() instanceof SignOff || entry.item() instanceof Rating
                ? Box.Answer.PERSON
                : entry.item() instanceof Derived ? Box.Answer.DERIVED : Box.Answer.MACHINE;
    }

    /** Returns the lines of a box, the weakest first. */
    List<Covering> of(Box box) {
        return byTag.getOrDefault(box.tag(), List.of()).stream()
                .sorted((one, other) -> other.answer().compareTo(one.answer()))
                .toList();
    }

    /** Returns the tags of lines. */
    List<String> tags() {
        return List.copyOf(byTag.keySet());
    }
}
