package dev.checklist.examples.world.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The object store, as data. Immutable: a broken store is a function of the healthy one.
 *
 * @param availability whether it answers at all
 * @param region what it says of every bucket; empty if it says nothing
 * @param accounts the names of the buckets that an access key may use; an access key that is not here is unknown
 * @param buckets what is in it
 * @param lacks the sub-resources that it has no interface for, such as {@code publicAccessBlock}: it answers 501
 */
public record StoreState(
        Availability availability,
        String region,
        Map<String, Set<String>> accounts,
        List<StoreBucket> buckets,
        Set<String> lacks) {
    /** Keeps unmodifiable copies. */
    public StoreState {
        accounts = Map.copyOf(accounts);
        buckets = List.copyOf(buckets);
        lacks = Set.copyOf(lacks);
    }

    /** Finds a bucket. */
    public Optional<StoreBucket> bucket(String name) {
        return buckets.stream().filter(bucket -> bucket.name().equals(name)).findFirst();
    }

    /** Answers, hangs or is gone. */
    public StoreState with(Availability other) {
        return new StoreState(other, region, accounts, buckets, lacks);
    }

    /** Holds other buckets. */
    public StoreState with(List<StoreBucket> others) {
        return new StoreState(availability, region, accounts, others, lacks);
    }

    /** Lets an access key use these buckets and no other. */
    public StoreState permitting(String accessKey, Set<String> names) {
        Map<String, Set<String>> others = new HashMap<>(accounts);
        others.put(accessKey, names);
        return new StoreState(availability, region, others, buckets, lacks);
    }

    /** Does not know this access key any more. */
    public StoreState refusing(String accessKey) {
        Map<String, Set<String>> others = new HashMap<>(accounts);
        others.remove(accessKey);
        return new StoreState(availability, region, others, buckets, lacks);
    }

    /** Has no interface for these sub-resources. */
    public StoreState lacking(Set<String> others) {
        return new StoreState(availability, region, accounts, buckets, others);
    }

    /**
     * Changes one bucket.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public StoreState changing(String name, UnaryOperator<StoreBucket> change) {
        StoreBucket wanted = existing(name);
        return with(buckets.stream()
                .map(bucket -> bucket.equals(wanted) ? change.apply(bucket) : bucket)
                .toList());
    }

    /**
     * Removes one bucket.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public StoreState removing(String name) {
        StoreBucket wanted = existing(name);
        return with(buckets.stream().filter(bucket -> !bucket.equals(wanted)).toList());
    }

    private StoreBucket existing(String name) {
        return bucket(name)
                .orElseThrow(() -> new IllegalArgumentException("name: no bucket " + name + " in "
                        + buckets.stream().map(StoreBucket::name).toList()));
    }
}
