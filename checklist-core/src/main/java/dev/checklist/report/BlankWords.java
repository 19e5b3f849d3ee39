package dev.checklist.report;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Derived;
import dev.checklist.Entry;
import dev.checklist.Item;
import dev.checklist.Precondition;
import dev.checklist.Rating;
import dev.checklist.Section;
import dev.checklist.SignOff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has the words that the blank lists in text and in Markdown share. */
final class BlankWords {
    private BlankWords() {}

    static List<Detail> facts(Checklist list) {
        List<Entry> lines = list.entries().stream()
                .filter(entry -> !(entry.item() instanceof Section))
                .toList();
        int people = (int) lines.stream().filter(Entry::isForPeople).count();
        List<Detail> details = new ArrayList<>();
        details.add(Detail.words("list", list.title()));
        Facts.addPairs(details, "about", list.about());
        if (list.needsSignatures()) {
            details.add(Detail.words("answers", "signed only"));
        }
        int computed = (int)
                lines.stream().filter(entry -> entry.item() instanceof Derived).count();
        int machine = lines.size() - people - computed;
        String others = computed == 0 ? "" : ", computed " + computed;
        details.add(Detail.words(
                "lines", lines.size() + " · machine " + machine + ", people " + people + others + " · not run"));
        return details;
    }

    static String title(Entry entry) {
        Item item = entry.item();
        return item.title()
                + (entry.isForPeople() ? " (" + role(item).orElse("anybody") + ")" : "")
                + (item.isAdvisory() ? " (advisory)" : "")
                + (item.isGate() ? " (or stop)" : "");
    }

    static Optional<String> owner(Item item) {
        if (item instanceof Section section) {
            return section.defaultOwner();
        }
        return item instanceof Check check ? check.owner() : Optional.empty();
    }

    static Optional<String> role(Item item) {
        if (item instanceof SignOff signOff) {
            return signOff.role();
        }
        return item instanceof Rating rating ? rating.role() : Optional.empty();
    }

    static List<Detail> details(Entry entry) {
        Item item = entry.item();
        List<Detail> details = new ArrayList<>();
        item.reason().ifPresent(reason -> details.add(Detail.words("why", reason)));
        owner(item).ifPresent(owner -> details.add(Detail.words("owner", owner)));
        if (item instanceof Rating rating) {
            details.add(Detail.words("rating", rating.demand()));
        }
        if (item instanceof Derived derived) {
            derived.demand().ifPresent(demand -> details.add(Detail.words("needs", demand)));
            derived.highlight()
                    .ifPresent(shown -> details.add(Detail.words("shown", "on the first screen, as " + shown.word())));
        }
        if (!entry.sources().isEmpty()) {
            details.add(Detail.words(
                    "from",
                    join(entry.sources().stream()
                            .map(source -> source.item().title())
                            .toList())));
        }
        if (item instanceof SignOff signOff) {
            details.addAll(terms(signOff));
        }
        if (!item.preconditions().isEmpty()) {
            details.add(Detail.words(
                    "only if",
                    join(item.preconditions().stream()
                            .map(Precondition::description)
                            .toList())));
        }
        if (!entry.requirements().isEmpty()) {
            details.add(Detail.words(
                    "after",
                    join(entry.requirements().stream()
                            .map(required -> required.item().title())
                            .toList())));
        }
        if (item instanceof Check check) {
            check.question().ifPresent(question -> details.add(Detail.words("or ask", question.title())));
            check.remedy().ifPresent(remedy -> details.add(Detail.command("if not", remedy)));
        }
        if (!item.tags().isEmpty()) {
            details.add(Detail.words("tags", String.join(", ", item.tags())));
        }
        return details;
    }

    private static List<Detail> terms(SignOff signOff) {
        List<Detail> details = new ArrayList<>();
        if (!signOff.files().isEmpty()) {
            details.add(Detail.words(
                    "over", join(signOff.files().stream().map(Path::toString).toList())));
        }
        signOff.validFor().ifPresent(time -> details.add(Detail.words("valid for", Times.words(time))));
        if (signOff.needsEvidence()) {
            details.add(Detail.words("needs", "evidence: a link or a file"));
        }
        if (signOff.needsSignature()) {
            details.add(Detail.words("needs", "a signature"));
        }
        return details;
    }

    private static String join(List<String> texts) {
        return texts.stream().collect(Collectors.joining("; "));
    }
}
