package dev.checklist.s3;

import dev.checklist.Outcome;
import java.time.Duration;
import java.time.Instant;

/** Asks whether all objects are young enough; no object at all shows nothing. */
record NoObjectOlderThan(Bucket bucket, String prefix, Duration age) implements ListingProbe {
    @Override
    public Contents.Wanted wanted() {
        return Contents.Wanted.ALL;
    }

    @Override
    public Outcome verdict(Contents contents, Instant now) {
        StoredObject oldest = contents.oldest();
        String expected = "expected objects " + under() + ", none of them more than " + Shown.age(age) + " old, found ";
        if (oldest == null) {
            return Outcome.failed(expected + "no object at all");
        }
        Duration old = Duration.between(oldest.modified(), now);
        if (Contents.isAhead(oldest.modified(), now)) {
            return Outcome.error(expected + oldest + ", dated ahead of the store's time " + now);
        }
        return old.compareTo(age) > 0
                ? Outcome.failed(expected + oldest + ", " + Shown.age(old) + " old")
                : Outcome.passed("the oldest of " + contents.count() + " objects is " + oldest);
    }
}
