package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.Derived;
import dev.checklist.Entry;
import dev.checklist.Highlight;
import dev.checklist.Item;
import dev.checklist.Rating;
import dev.checklist.Section;
import dev.checklist.SignOff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is what a report knows of an item besides its outcome: pure data, without the item. */
public final class Line {
    private final String id;
    private final String title;
    private final Kind kind;
    private final int depth;
    private final boolean required;
    private final @Nullable Object identity;
    private final Notes notes;

    /** Holds what few lines have. */
    record Notes(
            @Nullable String reason,
            @Nullable String remedy,
            @Nullable String role,
            @Nullable String demand,
            @Nullable String owner,
            Set<String> tags,
            @Nullable Highlight highlight) {
        static final Notes NONE = new Notes(null, null, null, null, null, Set.of(), null);
    }

    Line(String id, String title, Kind kind, int depth, boolean required, @Nullable Object identity, Notes notes) {
        this.id = id;
        this.title = title;
        this.kind = kind;
        this.depth = depth;
        this.required = required;
        this.identity = identity;
        this.notes = notes;
    }

    static Line of(Entry entry) {
        Item item = entry.item();
        String remedy = item instanceof Check check ? check.remedy().orElse(null) : null;
        String reason = item.reason().orElse(null);
        String role = role(item);
        String demand = demand(item);
        String owner = item instanceof Check check
                ? check.owner().or(() -> owner(entry)).orElse(null)
                : null;
        Highlight highlight =
                item instanceof Derived derived ? derived.highlight().orElse(null) : null;
        boolean plain = remedy == null
                && reason == null
                && role == null
                && demand == null
                && owner == null
                && highlight == null
                && item.tags().isEmpty();
        Notes notes = plain ? Notes.NONE : new Notes(reason, remedy, role, demand, owner, item.tags(), highlight);
        return new Line(
                entry.id(), item.title(), Kind.of(item), entry.depth(), entry.isRequired(), item.identity(), notes);
    }

    private static @Nullable String role(Item item) {
        if (item instanceof SignOff signOff) {
            return signOff.role().orElse(null);
        }
        return item instanceof Rating rating ? rating.role().orElse(null) : null;
    }

    /** Returns the owner of the nearest section around that has one. */
    private static Optional<String> owner(Entry entry) {
        return entry.parent()
                .flatMap(around -> around.item() instanceof Section section
                        ? section.defaultOwner().or(() -> owner(around))
                        : Optional.empty());
    }

    private static @Nullable String demand(Item item) {
        if (item instanceof Derived derived) {
            return derived.demand().orElse(null);
        }
        return item instanceof Rating rating ? rating.demand() : null;
    }

    /** Returns the id of the item on its list. */
    public String id() {
        return id;
    }

    /** Returns the text of the line. */
    public String title() {
        return title;
    }

    /** Returns the kind of the item. */
    public Kind kind() {
        return kind;
    }

    /** Returns the number of sections around it. */
    public int depth() {
        return depth;
    }

    /** Tells whether it counts for the verdict. */
    public boolean isRequired() {
        return required;
    }

    /** Returns why the line is on the list, if that was said. */
    public Optional<String> reason() {
        return Optional.ofNullable(notes.reason());
    }

    /** Returns what a person can do when it fails, if that was said. */
    public Optional<String> remedy() {
        return Optional.ofNullable(notes.remedy());
    }

    /** Returns who puts right what a check finds, if the check or a section around it says so. */
    public Optional<String> owner() {
        return Optional.ofNullable(notes.owner());
    }

    /** Returns the role that answers, if one was named. */
    public Optional<String> role() {
        return Optional.ofNullable(notes.role());
    }

    /** Returns what must be reached, in words: of a rating, a sum or a soak. */
    public Optional<String> demand() {
        return Optional.ofNullable(notes.demand());
    }

    /** Returns the hash of the text: title, reason, role and demand; another text is another line to whoever signed. */
    public String textHash() {
        return TextHash.of(List.of(title, reason().orElse(""), role().orElse(""), demand().orElse("")));
    }

    /** Returns the tags. */
    public Set<String> tags() {
        return notes.tags();
    }

    /** Returns what the line says on the first screen, if it stands there. */
    public Optional<Highlight> highlight() {
        return Optional.ofNullable(notes.highlight());
    }

    /** Returns the line as it is put to a person where the machine could not look. */
    Line asking(SignOff question) {
        String why = question.reason().orElse(notes.reason());
        Notes asked = new Notes(
                why,
                notes.remedy(),
                question.role().orElse(null),
                notes.demand(),
                notes.owner(),
                notes.tags(),
                notes.highlight());
        return new Line(id, question.title(), kind, depth, required, identity, asked);
    }

    /** Tells whether it is that item's line; by its id too, if the item has one of its own. */
    boolean isExactly(Item item) {
        return isOf(item) && item.explicitId().map(id::equals).orElse(true);
    }

    boolean isOf(Item item) {
        return identity == item.identity();
    }

    @Override
    public String toString() {
        return "\"" + title + "\" (" + id + ")";
    }
}
