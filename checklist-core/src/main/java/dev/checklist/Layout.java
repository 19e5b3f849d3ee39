package dev.checklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays items out on a list: ids, stages, gates and requirements. */
final class Layout {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<Identity, List<Entry>> byIdentity = new HashMap<>();

    static List<Entry> of(Flow flow, List<Item> items) {
        Layout layout = new Layout();
        layout.place(null, "", flow, items);
        layout.connect();
        return List.copyOf(layout.entries);
    }

    @CanIgnoreReturnValue
    private List<Entry> place(@Nullable Entry parent, String path, Flow flow, List<Item> items) {
        List<Entry> siblings = new ArrayList<>(items.size());
        Set<String> ambiguous = ambiguous(items);
        Entry gate = null;
        int stage = 0;
        Item previous = null;
        for (Item item : items) {
            if (previous != null && startsStage(flow, previous, item)) {
                stage++;
            }
            Naming naming = Parts.traits(item).naming();
            String key = ambiguous.contains(naming.key()) ? naming.keyWithPlace() : naming.key();
            Entry entry = add(parent, path + key, stage, item);
            entry.gate(gate);
            siblings.add(entry);
            gate = item.isGate() || flow == Flow.STEPS ? entry : gate;
            previous = item;
        }
        return siblings;
    }

    /**
     * Returns the keys that several items share. All of these get their places, not only the second: else a line put in
     * front of another would take over its answers.
     */
    private static Set<String> ambiguous(List<Item> items) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Item item : items) {
            Naming naming = Parts.traits(item).naming();
            if (naming.id() == null && !seen.add(naming.key())) {
                twice.add(naming.key());
            }
        }
        return twice;
    }

    private static boolean startsStage(Flow flow, Item previous, Item item) {
        return flow == Flow.PAGE && (item instanceof Section || previous instanceof Section);
    }

    private Entry add(@Nullable Entry parent, String made, int stage, Item item) {
        boolean required = (parent == null || parent.isRequired()) && !item.isAdvisory();
        int depth = parent == null ? 0 : parent.depth() + 1;
        String id = item.explicitId().orElse(made);
        Entry entry = new Entry(id, item, new Entry.Place(parent, entries.size(), stage, depth, required));
        Entry other = byId.putIfAbsent(id, entry);
        if (other != null) {
            throw new IllegalArgumentException(
                    "duplicate id \"" + id + "\": \"" + other.item().title() + "\" and \"" + item.title()
                            + "\"; give one of them an id of its own with id(\"...\"), or name its place with at(\"...\")");
        }
        entries.add(entry);
        byIdentity
                .computeIfAbsent(Parts.traits(item).identity(), key -> new ArrayList<>(1))
                .add(entry);
        if (item instanceof Section section) {
            if (section.items().isEmpty()) {
                throw new IllegalArgumentException("the section \"" + section.title()
                        + "\" is empty: add an item, or say why it may be empty with orSkip(reason)");
            }
            entry.children(place(entry, id + "/", section.flow(), section.items()));
        }
        return entry;
    }

    private void connect() {
        for (Entry entry : entries) {
            List<Item> wanted = entry.item().requirements();
            if (!wanted.isEmpty()) {
                entry.requirements(wanted.stream()
                        .map(item -> find(entry, "requires", item))
                        .toList());
            }
            List<? extends Item> sources = sources(entry.item());
            if (!sources.isEmpty()) {
                entry.sources(sources.stream()
                        .map(item -> find(entry, "is computed from", item))
                        .toList());
            }
        }
        for (Entry entry : entries) {
            Rules.check(entry);
        }
        Cycles.refuse(entries);
    }

    private static List<? extends Item> sources(Item item) {
        if (item instanceof Derived derived) {
            return derived.derivation().sources();
        }
        return item instanceof Rating rating ? rating.cap().map(Cap::checks).orElse(List.of()) : List.of();
    }

    private Entry find(Entry entry, String verb, Item wanted) {
        List<Entry> found = byIdentity.getOrDefault(Parts.traits(wanted).identity(), List.of());
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(entry + " " + verb + " \"" + wanted.title()
                    + "\", which is not on the list: put that very item on the list");
        }
        return found.stream()
                .filter(one -> wanted.explicitId().isPresent()
                        && wanted.explicitId().equals(one.item().explicitId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        entry + " " + verb + " \"" + wanted.title() + "\", which is listed " + found.size()
                                + " times: name a copy with the id of the one you mean"));
    }
}
