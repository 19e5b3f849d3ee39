package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which part of a list a run is asked for, by tags and ids.
 *
 * <p>What the selected lines require, and the gates before them, come along. The rest has no result, is listed, and
 * keeps the verdict from being READY. An id of a section stands for all that is in it.
 */
public final class Selection {
    private static final Selection ALL = new Selection(Set.of(), Set.of());

    private final Set<String> only;
    private final Set<String> skipped;

    private Selection(Set<String> only, Set<String> skipped) {
        this.only = only;
        this.skipped = skipped;
    }

    /** Selects the whole list. */
    public static Selection all() {
        return ALL;
    }

    /** Selects lines that have one of these tags or ids, or stand in such a section; adds. */
    public Selection only(String... tagsOrIds) {
        return new Selection(plus(only, tagsOrIds), skipped);
    }

    /** Leaves out lines that have one of these tags or ids, or stand in such a section; adds. */
    public Selection skip(String... tagsOrIds) {
        return new Selection(only, plus(skipped, tagsOrIds));
    }

    private static Set<String> plus(Set<String> set, String... more) {
        Set<String> all = new LinkedHashSet<>(set);
        for (String word : more) {
            if (word == null || word.isBlank()) {
                throw new IllegalArgumentException("a tag or id is blank: name one");
            }
            all.add(word);
        }
        return all;
    }

    /**
     * Returns the selected entries in list order, with the sections around them.
     *
     * @throws IllegalArgumentException if a word is no tag or id of the list, or nothing is left
     */
    public Set<Entry> select(Checklist checklist) {
        if (only.isEmpty() && skipped.isEmpty()) {
            return new LinkedHashSet<>(checklist.entries());
        }
        known(checklist);
        Deque<Entry> wanted = new ArrayDeque<>();
        for (Entry entry : checklist.entries()) {
            boolean isLine = entry.children().isEmpty();
            if (isLine && (only.isEmpty() || matches(entry, only)) && !matches(entry, skipped)) {
                wanted.add(entry);
            }
        }
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(this + " selects nothing of the list \"" + checklist.title() + "\"");
        }
        Set<Entry> chosen = closure(wanted);
        Set<Entry> ordered = new LinkedHashSet<>(checklist.entries());
        ordered.retainAll(chosen);
        return ordered;
    }

    private void known(Checklist checklist) {
        Set<String> words = new HashSet<>();
        for (Entry entry : checklist.entries()) {
            words.add(entry.id());
            words.addAll(entry.item().tags());
        }
        List<String> unknown = new ArrayList<>(only);
        unknown.addAll(skipped);
        unknown.removeAll(words);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no tag or id " + unknown + " on the list \"" + checklist.title()
                    + "\": expected one of "
                    + words.stream().sorted().limit(50).toList());
        }
    }

    private static boolean matches(Entry entry, Set<String> words) {
        return words.contains(entry.id())
                || entry.item().tags().stream().anyMatch(words::contains)
                || entry.parent().map(parent -> matches(parent, words)).orElse(false);
    }

    /** Adds what the wanted entries require, the gates before them, and the sections around them. */
    private static Set<Entry> closure(Deque<Entry> wanted) {
        Set<Entry> chosen = new HashSet<>();
        while (!wanted.isEmpty()) {
            Entry entry = wanted.remove();
            if (!chosen.add(entry)) {
                continue;
            }
            wanted.addAll(needs(entry));
        }
        return chosen;
    }

    private static Collection<Entry> needs(Entry entry) {
        List<Entry> needs = new ArrayList<>();
        entry.parent().ifPresent(needs::add);
        entry.gate().ifPresent(gate -> addWhole(gate, needs));
        entry.requirements().forEach(required -> addWhole(required, needs));
        return needs;
    }

    private static void addWhole(Entry entry, List<Entry> all) {
        all.add(entry);
        entry.children().forEach(child -> addWhole(child, all));
    }

    @Override
    public String toString() {
        return "only " + only + (skipped.isEmpty() ? "" : ", without " + skipped);
    }
}
