package dev.checklist.s3;

import dev.checklist.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a fresh object of a fit size.
 *
 * @param minRatio of its size to the one before it; null to warn below one half only
 */
record ObjectNewerThan(
        Bucket bucket,
        String prefix,
        Duration age,
        long minBytes,
        @Nullable Double minRatio) implements ListingProbe {
    private static final double HALF = 0.5;

    @Override
    public Contents.Wanted wanted() {
        return new Contents.Wanted(minBytes, null, null);
    }

    @Override
    public Outcome verdict(Contents contents, Instant now) {
        StoredObject found = contents.wanted();
        StoredObject newest = contents.newest();
        if (found == null) {
            return Outcome.failed(
                    expected() + (newest == null ? "none at all" : "only smaller ones, newest " + newest));
        }
        if (newest != null && Contents.isAhead(newest.modified(), now)) {
            return Outcome.error(expected() + newest + ", dated ahead of the store's time " + now);
        }
        Duration old = Duration.between(found.modified(), now);
        if (old.compareTo(age) > 0) {
            return Outcome.failed(expected() + found + ", " + Shown.age(old) + " old");
        }
        Outcome passed = Outcome.passed(found + " is " + Shown.age(old.isNegative() ? Duration.ZERO : old) + " old")
                .with("key", Shown.key(found.key()))
                .with("last modified", found.modified());
        boolean overtaken = newest != null && newest.modified().isAfter(found.modified());
        return compared(overtaken ? passed.warning("the newest is too small: " + newest) : passed, found, contents);
    }

    private Outcome compared(Outcome passed, StoredObject found, Contents contents) {
        StoredObject before = contents.previous();
        if (before == null || before.size() == 0) {
            return passed.with("size of the one before it", before == null ? "there is none" : "0");
        }
        double ratio = (double) found.size() / before.size();
        String shrunk = found + " has " + Math.round(ratio * 100) + " % of the size of the one before it, " + before;
        if (minRatio != null && ratio < minRatio) {
            return Outcome.failed(expected() + "that " + shrunk);
        }
        return minRatio == null && ratio < HALF
                ? passed.warning(shrunk)
                : passed.with("size of the one before it", before.size());
    }

    private String expected() {
        return "expected an object of at least " + Shown.bytes(minBytes) + ", at most " + Shown.age(age) + " old, "
                + (minRatio == null ? "" : "of at least " + Math.round(minRatio * 100) + " % of the one before it, ")
                + under() + ", found ";
    }
}
