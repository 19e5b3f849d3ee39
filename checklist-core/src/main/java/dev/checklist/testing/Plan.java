package dev.checklist.testing;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Precondition;
import dev.checklist.run.Kind;
import dev.checklist.run.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a run would ask, in which order and behind which gates, without running it. */
public final class Plan {
    private final List<Step> steps;

    /**
     * Is one section or line of the plan.
     *
     * @param id the id on the list
     * @param title the text of the line
     * @param kind what kind of item it is
     * @param depth the number of sections around it
     * @param gates ids of the gates and requirements that must open first
     * @param conditions the conditions under which it is asked
     */
    public record Step(String id, String title, Kind kind, int depth, List<String> gates, List<String> conditions) {}

    private Plan(List<Step> steps) {
        this.steps = steps;
    }

    /** Plans a run of the whole list. */
    public static Plan of(Checklist checklist) {
        return of(checklist, Selection.all());
    }

    /** Plans a run of a part of the list. */
    public static Plan of(Checklist checklist, Selection selection) {
        Set<Entry> selected = selection.select(checklist);
        return new Plan(selected.stream().map(Plan::step).toList());
    }

    private static Step step(Entry entry) {
        List<String> gates = new ArrayList<>();
        entry.gate().ifPresent(gate -> gates.add(gate.id()));
        entry.requirements().forEach(required -> gates.add(required.id()));
        return new Step(
                entry.id(),
                entry.item().title(),
                Kind.of(entry.item()),
                entry.depth(),
                List.copyOf(gates),
                entry.item().preconditions().stream()
                        .map(Precondition::description)
                        .toList());
    }

    /** Returns the sections and lines in the order of the page. */
    public List<Step> steps() {
        return steps;
    }

    /** Returns the plan as indented text. */
    @Override
    public String toString() {
        return steps.stream().map(Plan::line).collect(Collectors.joining("\n"));
    }

    private static String line(Step step) {
        return "  ".repeat(step.depth()) + "- " + step.title()
                + (step.conditions().isEmpty() ? "" : " [only if " + String.join(" and ", step.conditions()) + "]")
                + (step.gates().isEmpty() ? "" : " [behind " + String.join(", ", step.gates()) + "]");
    }
}
