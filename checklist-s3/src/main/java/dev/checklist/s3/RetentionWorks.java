package dev.checklist.s3;

import dev.checklist.Outcome;
import java.time.Duration;
import java.time.Instant;

/** Asks by the objects themselves whether old ones disappear, and not before their time. */
record RetentionWorks(Bucket bucket, String prefix, int minDays, int maxDays) implements ListingProbe {
    // S3 runs the lifecycle once a day and counts from the next midnight.
    private static final int LATE_DAYS = 2;

    @Override
    public Contents.Wanted wanted() {
        return Contents.Wanted.ALL;
    }

    @Override
    public Outcome verdict(Contents contents, Instant now) {
        StoredObject oldest = contents.oldest();
        if (oldest == null) {
            return Outcome.failed(expected() + "no object at all");
        }
        if (Contents.isAhead(oldest.modified(), now)) {
            return Outcome.error(expected() + oldest + ", dated ahead of the store's time " + now);
        }
        Duration old = Duration.between(oldest.modified(), now);
        if (old.compareTo(Duration.ofDays(maxDays + (long) LATE_DAYS)) > 0) {
            return Outcome.failed(expected() + oldest + ", " + Shown.age(old) + " old: it should be gone");
        }
        return old.compareTo(Duration.ofDays(minDays - 1L)) > 0
                ? Outcome.passed("the oldest of " + contents.count() + " objects, " + oldest + ", is " + Shown.age(old)
                                + " old")
                        .with("oldest", oldest.modified())
                : Outcome.unsupported(expected() + "that the oldest, " + oldest + ", is " + Shown.age(old)
                        + " old: nothing shows yet that objects are kept so long; use hasExpiry(prefix, minDays, "
                        + "maxDays), or look again later");
    }

    private String expected() {
        return "expected objects " + under() + " to be kept for " + minDays + " to " + maxDays + " days, found ";
    }
}
