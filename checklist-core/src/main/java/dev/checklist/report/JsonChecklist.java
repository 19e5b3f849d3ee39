package dev.checklist.report;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Derived;
import dev.checklist.Entry;
import dev.checklist.Highlight;
import dev.checklist.Item;
import dev.checklist.Precondition;
import dev.checklist.Rating;
import dev.checklist.SignOff;
import dev.checklist.run.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the blank list as JSON; docs/report-json.md says what each field means. */
final class JsonChecklist {
    private final JsonFields fields;

    JsonChecklist(JsonFields fields) {
        this.fields = fields;
    }

    void write(Checklist list) throws IOException {
        fields.root(list, this::checklist);
    }

    private void checklist(Checklist list) throws IOException {
        fields.number("schemaVersion", JsonRenderer.SCHEMA_VERSION);
        fields.text("kind", "CHECKLIST");
        fields.text("title", list.title());
        fields.map("about", list.about());
        if (list.needsSignatures()) {
            fields.flag("needsSignatures", true);
        }
        fields.objects("items", list.entries(), this::entry);
    }

    private void entry(Entry entry) throws IOException {
        Item item = entry.item();
        fields.text("id", entry.id());
        fields.text("title", item.title());
        fields.text("kind", Kind.of(item).name());
        fields.number("depth", entry.depth());
        fields.flag("required", entry.isRequired());
        fields.flag("gate", item.isGate());
        fields.text("reason", item.reason());
        fields.text("remedy", item instanceof Check check ? check.remedy() : Optional.empty());
        fields.text("question", question(item));
        fields.text("owner", BlankWords.owner(item));
        fields.text("role", BlankWords.role(item));
        fields.text("demand", demand(item));
        if (item instanceof Rating rating) {
            fields.number("scale", rating.scale());
            if (rating.least().isPresent()) {
                fields.number("least", rating.least().getAsInt());
            }
        }
        fields.texts("computedFrom", entry.sources().stream().map(Entry::id).toList());
        if (item instanceof SignOff signOff) {
            fields.texts("over", signOff.files().stream().map(Path::toString).toList());
            fields.text("validFor", signOff.validFor());
            if (signOff.needsEvidence()) {
                fields.flag("needsEvidence", true);
            }
            if (signOff.needsSignature()) {
                fields.flag("needsSignature", true);
            }
        }
        fields.texts("tags", item.tags());
        if (item instanceof Derived derived) {
            fields.object("highlight", derived.highlight(), this::highlight);
        }
        fields.texts("onlyIf", conditions(item));
        fields.texts("requires", entry.requirements().stream().map(Entry::id).toList());
        fields.text("waitsFor", entry.gate().map(Entry::id));
    }

    private void highlight(Highlight shown) throws IOException {
        fields.text("word", shown.word());
        fields.text("holds", shown.holds());
    }

    private static Optional<String> question(Item item) {
        return item instanceof Check check ? check.question().map(Item::title) : Optional.empty();
    }

    private static Optional<String> demand(Item item) {
        if (item instanceof Derived derived) {
            return derived.demand();
        }
        return item instanceof Rating rating ? Optional.of(rating.demand()) : Optional.empty();
    }

    private static List<String> conditions(Item item) {
        return item.preconditions().stream().map(Precondition::description).toList();
    }
}
