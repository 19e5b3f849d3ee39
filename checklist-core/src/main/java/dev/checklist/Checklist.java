package dev.checklist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Is a page of checks, sign-offs, ratings and sections, as an immutable value.
 *
 * <p>Whatever contradicts itself is refused when the list is built: an id used twice, a requirement that is not listed,
 * items that wait for one another, an empty section.
 */
public final class Checklist {
    private final String title;
    private final Map<String, String> about;
    private final Flow flow;
    private final List<Item> items;
    private final List<Entry> entries;
    private final boolean signaturesOnly;

    private Checklist(
            String title,
            Map<String, String> about,
            Flow flow,
            List<Item> items,
            List<Entry> entries,
            boolean signaturesOnly) {
        this.title = title;
        this.about = about;
        this.flow = flow;
        this.items = items;
        this.entries = entries;
        this.signaturesOnly = signaturesOnly;
    }

    static Checklist of(String title, List<Item> items) {
        Arguments.text("checklist title", title);
        List<Item> flat = Groups.splice(items);
        if (flat.isEmpty()) {
            throw new IllegalArgumentException("the checklist \"" + title + "\" is empty: add an item");
        }
        return new Checklist(title, Map.of(), Flow.PAGE, flat, Layout.of(Flow.PAGE, flat), false);
    }

    /** Says what the list is about, such as a version or an environment; adds, the same name replaces. */
    public Checklist about(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(about);
        all.put(Arguments.text("name", name), Arguments.text(name, value));
        return new Checklist(title, Collections.unmodifiableMap(all), flow, items, entries, signaturesOnly);
    }

    /** Lets the parts of the list start together instead of in the order of the page. */
    public Checklist concurrently() {
        return new Checklist(title, about, Flow.CONCURRENT, items, Layout.of(Flow.CONCURRENT, items), signaturesOnly);
    }

    /**
     * Takes only signed answers of people, for sign-offs, ratings, questions in place of checks and signatures of the whole:
     * a self-declared yes or number leaves its line PENDING, a no counts. Default: names may be self-declared.
     */
    public Checklist withSignaturesOnly() {
        return new Checklist(title, about, flow, items, entries, true);
    }

    /** Tells whether only signed answers of people count. */
    public boolean needsSignatures() {
        return signaturesOnly;
    }

    /** Returns the title. */
    public String title() {
        return title;
    }

    /** Returns what the list is about, in the order given. */
    public Map<String, String> about() {
        return about;
    }

    /** Returns the items at top level. */
    public List<Item> items() {
        return items;
    }

    /** Returns every section and line in its place, in the order of the page. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns the entry of that id. */
    public Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
