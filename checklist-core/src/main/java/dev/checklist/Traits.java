package dev.checklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what items of all kinds have in common. */
record Traits(
        Naming naming,
        @Nullable String reason,
        Set<String> tags,
        List<Precondition> preconditions,
        List<Item> requirements,
        Standing standing) {

    static Traits of(String key) {
        return of(new Identity(Slug.of(key)));
    }

    static Traits of(String key, String place) {
        return of(new Identity(Slug.of(key), place));
    }

    private static Traits of(Identity identity) {
        return new Traits(Naming.of(identity), null, Set.of(), List.of(), List.of(), Standing.REQUIRED);
    }

    Identity identity() {
        return naming.identity();
    }

    Traits because(String newReason) {
        String text = Arguments.text("reason", newReason);
        return new Traits(naming, text, tags, preconditions, requirements, standing);
    }

    Traits named(Naming newNaming) {
        return new Traits(newNaming, reason, tags, preconditions, requirements, standing);
    }

    Traits tag(String... newTags) {
        Set<String> all = new LinkedHashSet<>(tags);
        for (String tag : Arguments.present("tags", newTags)) {
            all.add(Arguments.text("tag", tag));
        }
        Set<String> copy = Collections.unmodifiableSet(all);
        return new Traits(naming, reason, copy, preconditions, requirements, standing);
    }

    Traits onlyIf(Precondition precondition) {
        List<Precondition> all = plus(preconditions, Arguments.present("precondition", precondition));
        return new Traits(naming, reason, tags, all, requirements, standing);
    }

    Traits requires(Item item) {
        List<Item> all = plus(requirements, Arguments.present("required item", item));
        return new Traits(naming, reason, tags, preconditions, all, standing);
    }

    Traits standing(Standing wanted) {
        if (standing != Standing.REQUIRED && standing != wanted) {
            throw new IllegalArgumentException(
                    "an advisory item cannot be a gate (\"" + naming.key() + "\"): keep advisory() or orStop()");
        }
        return new Traits(naming, reason, tags, preconditions, requirements, wanted);
    }

    /** Lays the traits of an untitled group over those of one of its members. */
    Traits within(Traits group) {
        Traits merged = group.standing == Standing.REQUIRED ? this : standing(group.standing);
        List<Precondition> conditions = new ArrayList<>(group.preconditions);
        conditions.addAll(preconditions);
        List<Item> needed = new ArrayList<>(group.requirements);
        needed.addAll(requirements);
        Set<String> all = new LinkedHashSet<>(group.tags);
        all.addAll(tags);
        return new Traits(
                naming.within(group.naming),
                reason == null ? group.reason : reason,
                Collections.unmodifiableSet(all),
                List.copyOf(conditions),
                List.copyOf(needed),
                merged.standing);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }
}
