package dev.checklist.s3;

import dev.checklist.AnyOf;
import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Precondition;
import dev.checklist.Probe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks lists and collects what its checks and conditions ask of each store, with each set of credentials. */
final class RequiredRights {
    private static final String LIST = "s3:ListBucket";

    private final Map<String, StoreRights> byStore = new TreeMap<>();

    private RequiredRights() {}

    static RequiredRights of(List<Checklist> checklists) {
        RequiredRights rights = new RequiredRights();
        checklists.stream()
                .flatMap(checklist -> checklist.entries().stream())
                .flatMap(entry -> probes(entry.item()))
                .filter(BucketProbe.class::isInstance)
                .map(BucketProbe.class::cast)
                .forEach(rights::add);
        return rights;
    }

    private static Stream<Probe> probes(Item item) {
        Stream<Probe> conditions =
                item.preconditions().stream().map(Precondition::probe).flatMap(RequiredRights::alternatives);
        Stream<Probe> own = item instanceof Check check ? alternatives(check.probe()) : Stream.of();
        return Stream.concat(conditions, own);
    }

    private static Stream<Probe> alternatives(Probe probe) {
        return probe instanceof AnyOf anyOf
                ? anyOf.alternatives().stream().flatMap(RequiredRights::probes)
                : Stream.of(probe);
    }

    private void add(BucketProbe probe) {
        Store store = probe.bucket().store();
        StoreRights rights = byStore.computeIfAbsent(
                store + (store.credentials() == null ? "" : ", with the credentials given"),
                name -> new StoreRights(name, store));
        rights.add(probe.bucket().right(LIST));
        probe.needs().forEach(rights::add);
    }

    String print() {
        return byStore.isEmpty()
                ? "# No check of this list asks an S3 store for anything.\n"
                : byStore.values().stream().map(StoreRights::print).collect(Collectors.joining("\n"));
    }

    /** Is what one store is asked, by resource. */
    private record StoreRights(String name, Store store, Map<String, TreeSet<String>> actions) {
        StoreRights(String name, Store store) {
            this(name, store, new TreeMap<>());
        }

        void add(Right right) {
            actions.computeIfAbsent(right.resource(), resource -> new TreeSet<>())
                    .add(right.action());
        }

        String print() {
            String title = "# What the list asks of " + name + "\n";
            return title + (store.isAws() ? IamPolicy.of(store.region(), actions) : plain());
        }

        private String plain() {
            return actions.entrySet().stream()
                    .map(entry -> Shown.key(entry.getKey()) + ": " + String.join(", ", entry.getValue()) + "\n")
                    .collect(Collectors.joining());
        }
    }
}
