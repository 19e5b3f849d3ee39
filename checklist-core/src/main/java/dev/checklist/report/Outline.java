package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import java.util.List;

/**
 * Puts a blank list into words, before any run: what would be asked, of whom, and why. For renderers of your own.
 *
 * <p>Texts are not yet safe for any format: escape them, after {@link Visible#line} has shown controls.
 *
 * @param facts the head: the title, what the list is about, how many lines machines and people answer
 * @param rows sections and lines, in list order
 */
public record Outline(List<Detail> facts, List<Row> rows) {
    /**
     * Is a section or line of a blank list, in words.
     *
     * @param entry the item in its place
     * @param title its text, with what sets it apart in brackets
     * @param details what else is told
     */
    public record Row(Entry entry, String title, List<Detail> details) {
        private static Row of(Entry entry) {
            return new Row(entry, BlankWords.title(entry), List.copyOf(BlankWords.details(entry)));
        }
    }

    /** Words a list. */
    public static Outline of(Checklist list) {
        return new Outline(
                List.copyOf(BlankWords.facts(list)),
                list.entries().stream().map(Row::of).toList());
    }
}
