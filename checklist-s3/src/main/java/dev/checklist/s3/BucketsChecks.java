package dev.checklist.s3;

import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.Section;
import java.util.List;
import java.util.function.Function;

/** Makes the same checks of several buckets, as an untitled group of lines; immutable. */
public final class BucketsChecks {
    private final List<BucketChecks> buckets;

    BucketsChecks(List<BucketChecks> buckets) {
        this.buckets = List.copyOf(buckets);
    }

    /** Makes one line for each bucket, as {@link BucketChecks#exists()} does. */
    public Section exist() {
        return each(BucketChecks::exists);
    }

    /**
     * Makes one item for each bucket, such as {@code each(BucketChecks::hasVersioningEnabled)}.
     *
     * @throws IllegalArgumentException if the function is null
     */
    public Section each(Function<? super BucketChecks, ? extends Item> item) {
        return Checklists.each(buckets, S3Checks.given("item", item));
    }

    /** Returns the buckets and their store, without credentials. */
    @Override
    public String toString() {
        return buckets.toString();
    }
}
