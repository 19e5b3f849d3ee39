package dev.checklist.s3;

import dev.checklist.Outcome;
import java.time.Duration;
import java.time.Instant;

/** Asks for an object of a span of time, such as the backup before a rollout; one made after it does not count. */
record ObjectBetween(Bucket bucket, String prefix, Instant from, Instant until, long minBytes) implements ListingProbe {
    @Override
    public Contents.Wanted wanted() {
        return new Contents.Wanted(minBytes, from, until);
    }

    @Override
    public Outcome verdict(Contents contents, Instant now) {
        StoredObject found = contents.wanted();
        StoredObject newest = contents.newest();
        if (found == null) {
            return Outcome.failed(expected() + (newest == null ? "none at all" : "none; the newest is " + newest));
        }
        return Contents.isAhead(found.modified(), now)
                ? Outcome.error(expected() + found + ", dated ahead of the store's time " + now)
                : Outcome.passed(found + " is of that time, " + age(found, now) + " old")
                        .with("key", Shown.key(found.key()))
                        .with("last modified", found.modified());
    }

    private static String age(StoredObject found, Instant now) {
        Duration old = Duration.between(found.modified(), now);
        return Shown.age(old.isNegative() ? Duration.ZERO : old);
    }

    private String expected() {
        return "expected an object of at least " + Shown.bytes(minBytes) + " from " + from + " to " + until + " "
                + under() + ", found ";
    }
}
