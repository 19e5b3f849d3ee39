package dev.checklist.k8s;

import dev.checklist.AnyOf;
import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Precondition;
import dev.checklist.Probe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Walks lists and collects what its checks, their conditions and diagnoses may ask of each API server. */
final class RequiredRights {
    private RequiredRights() {}

    /** Returns the rights by the address of the server, without any that another of them includes. */
    static Map<String, List<Right>> of(List<Checklist> checklists) {
        Map<String, TreeSet<Right>> all = new TreeMap<>();
        checklists.stream()
                .flatMap(checklist -> checklist.entries().stream())
                .flatMap(RequiredRights::asked)
                .forEach(asked -> all.computeIfAbsent(asked.server().url(), url -> new TreeSet<>())
                        .addAll(asked.needs().all()));
        Map<String, List<Right>> needed = new TreeMap<>();
        all.forEach((url, rights) -> needed.put(
                url,
                rights.stream()
                        .filter(right -> rights.stream().noneMatch(other -> !other.equals(right) && right.isIn(other)))
                        .toList()));
        return needed;
    }

    private static Stream<NeedsRights> asked(Entry entry) {
        Stream<Object> conditions = entry.item().preconditions().stream().flatMap(RequiredRights::looks);
        Stream<Object> looks = entry.item() instanceof Check check ? looks(check) : Stream.of();
        return Stream.concat(conditions, looks)
                .filter(NeedsRights.class::isInstance)
                .map(NeedsRights.class::cast);
    }

    private static Stream<Object> looks(Check check) {
        Stream<Object> alternatives = check.probe() instanceof AnyOf anyOf
                ? anyOf.alternatives().stream()
                        .flatMap(one -> Stream.concat(
                                looks(one), one.preconditions().stream().flatMap(RequiredRights::looks)))
                : Stream.of(check.probe());
        return Stream.concat(alternatives, check.diagnoses().stream());
    }

    private static Stream<Object> looks(Precondition condition) {
        Probe probe = condition.probe();
        return probe instanceof AnyOf anyOf
                ? anyOf.alternatives().stream().flatMap(RequiredRights::looks)
                : Stream.of(probe);
    }
}
