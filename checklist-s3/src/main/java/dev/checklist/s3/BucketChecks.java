package dev.checklist.s3;

import static dev.checklist.s3.Lines.under;

import dev.checklist.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Makes checks of one bucket; immutable.
 *
 * <p>Every check first proves the bucket as {@link #exists()} does, in a read that all lines on it share, so each needs
 * {@code s3:ListBucket} and ends as {@code exists()} does where the bucket is not there or cannot be seen. A store that
 * lacks an API makes its check an ERROR that is marked unsupported and names another proof.
 *
 * <p>Checks that list to the end have 5 minutes instead of the runner's timeout, and are listed again after 60 seconds at
 * the earliest: an earlier retry is an ERROR that says so.
 */
public final class BucketChecks {
    private final Bucket bucket;
    private final Lines lines;

    BucketChecks(Store store, String name) {
        bucket = new Bucket(store, name);
        lines = new Lines(bucket);
    }

    /**
     * Passes when the bucket answers HEAD with 200 and the store then lists it under its own name. Needs the right
     * {@code s3:ListBucket} on the bucket; reads at most one key and no object.
     *
     * <p>FAILED: there is no such bucket, or it is in another region than the client's. ERROR: anything else, such as
     * refused credentials, a missing right (then marked not permitted), a store that is down, or an answer that is not
     * S3's. A region that the store names and the client does not is a warning. A stranger's bucket of that name exists
     * too: see {@link #isOwnedBy}.
     */
    public Check exists() {
        return lines.line("exists", new BucketExists(bucket));
    }

    /**
     * Passes when the store answers signed requests for this bucket: HEAD and a list of at most one key. Use it on {@link
     * S3Checks#using(software.amazon.awssdk.auth.credentials.AwsCredentialsProvider)} for keys other than your own.
     *
     * <p>FAILED: the keys are unknown, expired, or do not fit their secret. ERROR, marked not permitted: they are valid,
     * but may not list the bucket. Which other buckets they reach is not asked.
     */
    public Check acceptsCredentials() {
        return lines.line("accepts credentials", new CredentialsAccepted(bucket));
    }

    /**
     * Passes when the store says that the bucket is in this region: by the header {@code x-amz-bucket-region}, else by
     * its LocationConstraint. Needs {@code s3:GetBucketLocation} where there is no header.
     *
     * @param region such as {@code fr-par}; Ceph's "default" is no region but an ERROR
     * @throws IllegalArgumentException if it is no region's name
     */
    public Check isInRegion(String region) {
        String wanted = Given.region(region);
        return lines.line("is in region", "is in region " + wanted, new InRegion(bucket, wanted));
    }

    /**
     * Passes when the bucket belongs to this owner: AWS compares an account number of twelve digits itself, elsewhere
     * the access control list names the owner. Needs {@code s3:GetBucketAcl} but for an account number on AWS.
     *
     * @throws IllegalArgumentException if the owner is blank
     */
    public Check isOwnedBy(String owner) {
        return lines.line("is owned by", "is owned by " + Given.text("owner", owner), new OwnedBy(bucket, owner));
    }

    /** Passes when versioning is Enabled; FAILED when it is Suspended or was never enabled. */
    public Check hasVersioningEnabled() {
        return lines.line("has versioning enabled", new VersioningEnabled(bucket));
    }

    /** Passes when new objects are encrypted by default with AES256, aws:kms or aws:kms:dsse. */
    public Check hasDefaultEncryption() {
        return lines.line("has default encryption", new DefaultEncryption(bucket));
    }

    /** Passes when all four flags of the bucket's public access block are true; an account's block is not seen. */
    public Check blocksPublicAccess() {
        return lines.line("blocks public access", new PublicAccessBlocked(bucket));
    }

    /**
     * Passes when there is no bucket policy, or the store does not call it public. A store that does not judge that is
     * asked for the policy: everybody allowed without a condition is FAILED, a condition is an ERROR.
     */
    public Check policyIsNotPublic() {
        return lines.line("policy is not public", new PolicyNotPublic(bucket));
    }

    /** Passes when no grant of the bucket's access control list is public; policy and objects have grants of their own. */
    public Check isPrivate() {
        return lines.line("is private", new AclPrivate(bucket));
    }

    /**
     * Passes when unsigned requests are refused: a list, and HEAD of the newest and up to nine more objects under the
     * prefix. It sends requests without credentials on purpose, which a store may log or count.
     *
     * @param prefix empty for all; without any object under it there is nothing to try, which is an ERROR
     */
    public Check refusesAnonymousAccess(String prefix) {
        String given = Given.prefix(prefix);
        return lines.listing(
                "refuses anonymous access",
                given,
                "refuses anonymous access" + under(given),
                new AnonymousRefused(bucket, given));
    }

    /**
     * Passes when an enabled lifecycle rule deletes every object under the prefix after so many days, and none deletes
     * some of them earlier. On a versioned bucket the deleted become old versions: see their own rule.
     *
     * @param minDays from 1, both included
     * @throws IllegalArgumentException if the days are not in order, or beyond 36 500
     */
    public Check hasExpiry(String prefix, int minDays, int maxDays) {
        String given = Given.prefix(prefix);
        return lines.line(
                "has expiry" + (given.isEmpty() ? "" : " under " + given),
                "deletes objects" + under(given) + " after " + minDays + " to " + maxDays + " days",
                new Expiry(bucket, given, Given.days("minDays", minDays), Given.days("maxDays", maxDays, minDays)));
    }

    /**
     * Passes when new objects are locked by default for at least so many days; governance mode is a warning.
     *
     * @throws IllegalArgumentException if the days are not from 1 to 36 500
     */
    public Check hasObjectLock(int minDays) {
        return lines.line(
                "has object lock",
                "locks new objects for at least " + minDays + " days",
                new ObjectLock(bucket, Given.days("minDays", minDays)));
    }

    /** Passes when the store lists this very key; reads no object. */
    public Check hasObject(String key) {
        String given = Given.text("key", key);
        return lines.line("has object " + given, "has object " + Shown.key(given), new HasObject(bucket, given));
    }

    /** Passes when an object under the prefix, not an empty one, is at most so old. */
    public Check hasObjectNewerThan(String prefix, Duration age) {
        return hasObjectNewerThan(prefix, age, 1);
    }

    /**
     * Passes when the newest object under the prefix of at least so many bytes is at most so old, by the store's clock.
     * All objects are listed, 1 000 with a request and a million at most. Less than half the size of the one before it
     * is a warning.
     *
     * @throws IllegalArgumentException if the age is not positive or the bytes are negative
     */
    public Check hasObjectNewerThan(String prefix, Duration age, long minBytes) {
        return newer(prefix, age, minBytes, null);
    }

    /**
     * Passes as {@link #hasObjectNewerThan(String, Duration, long)} does, if it also has at least this part of the size
     * of the one before it.
     *
     * @param ratio such as 0.5
     * @throws IllegalArgumentException also if the ratio is not above 0
     */
    public Check hasObjectNewerThan(String prefix, Duration age, long minBytes, double ratio) {
        return newer(prefix, age, minBytes, Given.ratio(ratio));
    }

    /**
     * Passes when an object of at least so many bytes was last modified in this span of time, both ends included: a
     * backup made before a rollout.
     *
     * @throws IllegalArgumentException if it ends before it begins, or the bytes are negative
     */
    public Check hasObjectBetween(String prefix, Instant from, Instant until, long minBytes) {
        if (S3Checks.given("until", until).isBefore(S3Checks.given("from", from))) {
            throw new IllegalArgumentException("until is " + until + ": expected no time before from, " + from);
        }
        String given = Given.prefix(prefix);
        return lines.listing(
                "has object between",
                given,
                "has an object" + under(given) + " from " + from + " to " + until,
                new ObjectBetween(bucket, given, from, until, Given.bytes(minBytes)));
    }

    /**
     * Passes as {@link #hasObjectBetween(String, Instant, Instant, long)} does for the span that ends at a time known
     * only when the line runs, such as that at which the oldest pod of a rollout was made: a backup taken after it is no
     * backup before it.
     *
     * @param before how long before that time the span begins
     * @param until asked at each attempt; null, an exception, or a time ahead of the clock is an ERROR
     * @throws IllegalArgumentException if the supplier is null, the duration is not positive or the bytes are negative
     */
    public Check hasObjectBetween(String prefix, Duration before, Callable<Instant> until, long minBytes) {
        String given = Given.prefix(prefix);
        return lines.listing(
                "has object between",
                given,
                "has an object" + under(given) + " of the " + Shown.age(Given.age(before)) + " before a time told",
                new ObjectBefore(bucket, given, before, S3Checks.given("until", until), Given.bytes(minBytes)));
    }

    /** Passes when there are objects under the prefix and none is older. */
    public Check hasNoObjectOlderThan(String prefix, Duration age) {
        String given = Given.prefix(prefix);
        return lines.listing(
                "has no object older",
                given,
                "has no object" + under(given) + " older than " + Shown.age(Given.age(age)),
                new NoObjectOlderThan(bucket, given, age));
    }

    /**
     * Passes when no object under the prefix is older than {@code maxDays} and two (a lifecycle runs once a day), and
     * one is older than {@code minDays} less one. Until one is, nothing is shown: an ERROR, marked unsupported.
     *
     * @throws IllegalArgumentException if the days are not in order, or beyond 36 500
     */
    public Check retentionWorks(String prefix, int minDays, int maxDays) {
        String given = Given.prefix(prefix);
        return lines.listing(
                "retention works",
                given,
                "keeps objects" + under(given) + " for " + minDays + " to " + maxDays + " days",
                new RetentionWorks(
                        bucket, given, Given.days("minDays", minDays), Given.days("maxDays", maxDays, minDays)));
    }

    /** Begins the checks of the newest object under the prefix; empty for all. */
    public ObjectChecks newestObject(String prefix) {
        return new ObjectChecks(bucket, Given.prefix(prefix));
    }

    /**
     * Passes when one small object can be put, read back and removed. It is always the same key, beginning with {@code
     * .checklist-probe/}, so a run that is killed leaves one object at most, which the next run removes. Needs {@code
     * withWrites()} on the runner; fires the bucket's notifications.
     *
     * <p>ERROR, with nothing written: a default retention would keep the probe. FAILED: it may be left; its key is named.
     */
    public Check acceptsWrites() {
        AcceptsWrites probe = new AcceptsWrites(bucket);
        return lines.line("accepts writes", probe).writes(probe);
    }

    private Check newer(String prefix, Duration age, long minBytes, @Nullable Double ratio) {
        String given = Given.prefix(prefix);
        return lines.listing(
                "has object newer",
                given,
                "has an object" + under(given) + " at most " + Shown.age(Given.age(age)) + " old",
                new ObjectNewerThan(bucket, given, age, Given.bytes(minBytes), ratio));
    }

    /** Returns the bucket's name and its store, without credentials. */
    @Override
    public String toString() {
        return bucket.where();
    }
}
