package dev.checklist;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is an item in its place on a list: with its id, its parent, and what it waits for. */
public final class Entry {
    private final String id;
    private final Item item;
    private final Place place;
    private List<Entry> children = List.of();
    private List<Entry> requirements = List.of();
    private List<Entry> sources = List.of();
    private @Nullable Entry gate;

    Entry(String id, Item item, Place place) {
        this.id = id;
        this.item = item;
        this.place = place;
    }

    /**
     * Is where an entry stands.
     *
     * @param parent the section around it, if any
     * @param index the position on the whole list, from 0
     * @param stage the part of the parent it belongs to: a stage starts when the one before it has ended
     * @param required whether neither the item nor a section around it is advisory
     */
    record Place(@Nullable Entry parent, int index, int stage, int depth, boolean required) {}

    /** Returns the id: the path of section keys plus the item's key, or the id given to the item. */
    public String id() {
        return id;
    }

    /** Returns the item. */
    public Item item() {
        return item;
    }

    /** Returns the section around it; empty at top level. */
    public Optional<Entry> parent() {
        return Optional.ofNullable(place.parent());
    }

    /** Returns the position on the whole list, sections included, from 0. */
    public int index() {
        return place.index();
    }

    /** Returns the number of sections around it. */
    public int depth() {
        return place.depth();
    }

    /**
     * Returns the number of its stage within the section around it: a stage starts when every machine line of the stage
     * before it has ended, whatever the result.
     */
    public int stage() {
        return place.stage();
    }

    /** Tells whether it counts for the verdict: neither it nor a section around it is advisory. */
    public boolean isRequired() {
        return place.required();
    }

    /** Tells whether a machine looks: it is a check. */
    public boolean isForMachine() {
        return item instanceof Check;
    }

    /** Tells whether it is a check that runs after all others, so that the order of the page does not wait for it. */
    public boolean isLast() {
        return item instanceof Check check && check.isLast();
    }

    /** Tells whether a person signs the whole list here, after all other lines have ended. */
    public boolean isWholeListSignOff() {
        return item instanceof SignOff signOff && signOff.signsWholeList();
    }

    /** Tells whether a person answers it. */
    public boolean isForPeople() {
        return item instanceof SignOff || item instanceof Rating;
    }

    /** Returns the entries of a section, in order; empty for a line. */
    public List<Entry> children() {
        return children;
    }

    /** Returns the nearest gate before it in the same section, which must open first. */
    public Optional<Entry> gate() {
        return Optional.ofNullable(gate);
    }

    /** Returns the listed items that it requires. */
    public List<Entry> requirements() {
        return requirements;
    }

    /** Returns the listed items from which it is computed, or that cap it: it waits for their end, whatever it is. */
    public List<Entry> sources() {
        return sources;
    }

    void children(List<Entry> entries) {
        children = List.copyOf(entries);
    }

    void gate(@Nullable Entry before) {
        gate = before;
    }

    void sources(List<Entry> entries) {
        sources = List.copyOf(entries);
    }

    void requirements(List<Entry> entries) {
        requirements = List.copyOf(entries);
    }

    @Override
    public String toString() {
        return "\"" + item.title() + "\" (" + id + ")";
    }
}
