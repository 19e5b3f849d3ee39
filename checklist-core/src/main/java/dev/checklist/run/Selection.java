package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Derived;
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
 * keeps the verdict from being READY. An id of a section stands for all that is in it. A computed line, a capped rating and
 * a signature of the whole list are selected only with all that they rest on.
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
        Set<Entry> chosen = new HashSet<>();
        List<Entry> late = new ArrayList<>();
        for (Entry entry : checklist.entries()) {
            boolean isLine = entry.children().isEmpty();
            if (isLine && (only.isEmpty() || matches(entry, only)) && !matches(entry, skipped)) {
                if (basis(checklist, entry).isEmpty()) {
                    choose(checklist, entry, chosen);
                } else {
                    late.add(entry);
                }
            }
        }
        chooseWhole(checklist, late, chosen);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(this + " selects nothing of the list \"" + checklist.title() + "\""
                    + (late.isEmpty() ? "" : ": a computed line comes only with all that it is computed from"));
        }
        Set<Entry> ordered = new LinkedHashSet<>(checklist.entries());
        ordered.retainAll(chosen);
        return ordered;
    }

    /** Chooses a computed line or a signature only where all that it rests on is chosen: it speaks for all of that. */
    private static void chooseWhole(Checklist checklist, List<Entry> late, Set<Entry> chosen) {
        List<Entry> open = new ArrayList<>(late);
        for (int before = -1; before != open.size(); ) {
            before = open.size();
            for (Entry entry : List.copyOf(open)) {
                if (chosen.containsAll(basis(checklist, entry))) {
                    open.remove(entry);
                    choose(checklist, entry, chosen);
                }
            }
        }
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

    /** Adds an entry with what it requires and rests on, the gates before it, and the sections around it. */
    private static void choose(Checklist checklist, Entry first, Set<Entry> chosen) {
        Deque<Entry> wanted = new ArrayDeque<>(List.of(first));
        while (!wanted.isEmpty()) {
            Entry entry = wanted.remove();
            if (chosen.add(entry)) {
                wanted.addAll(needs(checklist, entry));
            }
        }
    }

    private static Collection<Entry> needs(Checklist checklist, Entry entry) {
        List<Entry> needs = new ArrayList<>(basis(checklist, entry));
        entry.parent().ifPresent(needs::add);
        entry.gate().ifPresent(gate -> addWhole(gate, needs));
        entry.requirements().forEach(required -> addWhole(required, needs));
        return needs;
    }

    /** Returns the entries that a computed line, a capped rating or a signature speaks for; none for other lines. */
    private static List<Entry> basis(Checklist checklist, Entry entry) {
        List<Entry> all = new ArrayList<>();
        entry.sources().forEach(source -> addWhole(source, all));
        boolean needsChecks =
                entry.item() instanceof Derived derived && derived.derivation().needsAllChecks();
        if (!needsChecks && !entry.isWholeListSignOff()) {
            return all; // walks no list of thousands for each of its lines
        }
        for (Entry other : checklist.entries()) {
            boolean isSigned = other.children().isEmpty() && !other.isWholeListSignOff();
            if (needsChecks ? other.isForMachine() : isSigned) {
                all.add(other);
            }
        }
        return all;
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
