package dev.checklist.s3;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is what a listing of a prefix, read to its end, came to. Of any number of objects only these few are kept.
 *
 * @param lists how many requests it took
 * @param count of objects; keys that end in a slash are folders, and not counted
 * @param wanted the newest object of those wanted
 * @param previous the newest object wanted before that
 * @param sample some keys, spread evenly over the listing
 * @param clock the store's own time at the end of the listing; null if it did not tell
 */
record Contents(
        int lists,
        long count,
        @Nullable StoredObject oldest,
        @Nullable StoredObject newest,
        @Nullable StoredObject wanted,
        @Nullable StoredObject previous,
        List<String> sample,
        @Nullable Instant clock) {
    private static final Duration SKEW = Duration.ofMinutes(5);

    /**
     * Says which objects count.
     *
     * @param minBytes smaller ones are failed dumps
     * @param from null for any time
     * @param until null for any time
     */
    record Wanted(
            long minBytes, @Nullable Instant from, @Nullable Instant until) {
        static final Wanted ALL = new Wanted(0, null, null);

        boolean includes(StoredObject object) {
            return object.size() >= minBytes
                    && (from == null || !object.modified().isBefore(from))
                    && (until == null || !object.modified().isAfter(until));
        }
    }

    /** Returns the store's time, by which it dates its objects; ours only if it tells none. */
    Instant now(Instant ours) {
        return clock == null ? ours : clock;
    }

    /** Words a clock that goes wrong, here or there. */
    Optional<String> skew(Instant ours) {
        Duration skew =
                clock == null ? Duration.ZERO : Duration.between(clock, ours).abs();
        return skew.compareTo(SKEW) > 0
                ? Optional.of("the clocks here and at the store differ by " + Shown.age(skew))
                : Optional.empty();
    }

    /** Tells whether a time lies ahead of the store's own, beyond what a listing takes. */
    static boolean isAhead(Instant modified, Instant now) {
        return modified.isAfter(now.plus(SKEW));
    }
}
