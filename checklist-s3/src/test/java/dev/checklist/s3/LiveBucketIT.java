package dev.checklist.s3;

import static dev.checklist.s3.LiveStore.keys;
import static dev.checklist.s3.LiveStore.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** What a real store says of its buckets: Ceph in CI, any other where its endpoint is given. */
class LiveBucketIT {
    private static LiveStore store;
    private static String name;
    private static BucketChecks bucket;

    @BeforeAll
    static void connect() {
        store = new LiveStore();
        name = store.bucket();
        bucket = store.checks().bucket(name);
    }

    @AfterAll
    static void leaveNothing() {
        store.close();
    }

    private static void comesTo(Check line, Status status, Mark mark, String words) {
        Result result = run(line);
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.mark()).isEqualTo(mark);
        assertThat(result.message()).contains(words);
    }

    private static void comesTo(Check line, Status status, String words) {
        comesTo(line, status, Mark.PLAIN, words);
    }

    private static BucketChecks fresh() {
        return store.checks().bucket(store.bucket());
    }

    @Test
    void a_bucket_exists_or_is_absent() {
        comesTo(bucket.exists(), Status.PASSED, "names bucket " + name);
        comesTo(store.checks().bucket(name + "-no").exists(), Status.FAILED, "no such bucket (404 NoSuchBucket)");
    }

    @Test
    void a_bucket_of_somebody_else_cannot_be_looked_at() {
        BucketChecks strange = store.checks().using(keys("OTHER_")).bucket(name);

        comesTo(strange.exists(), Status.ERROR, Mark.NOT_PERMITTED, "exists or is hidden");
        comesTo(strange.hasVersioningEnabled(), Status.ERROR, Mark.NOT_PERMITTED, "s3:ListBucket");
        comesTo(strange.acceptsCredentials(), Status.ERROR, Mark.NOT_PERMITTED, "valid, but not permitted");
    }

    @Test
    void keys_are_accepted_or_refused() {
        comesTo(bucket.acceptsCredentials(), Status.PASSED, "answers signed requests");
        comesTo(
                store.checks()
                        .using(keys("NOBODYSKEY0000000000", "nothing"))
                        .bucket(name)
                        .acceptsCredentials(),
                Status.FAILED,
                "the keys refused (403 InvalidAccessKeyId)");
        String accessKey = LiveStore.variable("CHECKLIST_S3_ACCESS_KEY", "");
        comesTo(
                store.checks().using(keys(accessKey, "another")).bucket(name).acceptsCredentials(),
                Status.FAILED,
                "the keys refused (403 SignatureDoesNotMatch)");
    }

    @Test
    void the_region_of_ceph_is_no_region() {
        comesTo(bucket.isInRegion("fr-par"), Status.ERROR, Mark.UNSUPPORTED, "default, which is no place");
    }

    @Test
    void the_owner_is_told() {
        String owner = store.owner().getBucketAcl(r -> r.bucket(name)).owner().id();

        comesTo(bucket.isOwnedBy(owner), Status.PASSED, owner);
        comesTo(bucket.isOwnedBy("stranger"), Status.FAILED, "another owner");
    }

    @Test
    void versioning_is_never_enabled_enabled_or_suspended() {
        String versioned = store.bucket();
        Check line = store.checks().bucket(versioned).hasVersioningEnabled();

        comesTo(line, Status.FAILED, "never enabled");
        version(versioned, BucketVersioningStatus.ENABLED);
        comesTo(line, Status.PASSED, "Enabled");
        version(versioned, BucketVersioningStatus.SUSPENDED);
        comesTo(line, Status.FAILED, "Suspended");
    }

    /** The version is still there and its backup is not: a delete marker hides it. */
    @Test
    void a_backup_behind_a_delete_marker_is_no_backup() {
        String versioned = store.bucket();
        version(versioned, BucketVersioningStatus.ENABLED);
        store.put(versioned, "nightly/1.dump", "x".repeat(100));
        BucketChecks bucket = store.checks().bucket(versioned);
        comesTo(bucket.hasObject("nightly/1.dump"), Status.PASSED, "nightly/1.dump");

        store.owner().deleteObject(r -> r.bucket(versioned).key("nightly/1.dump"));

        comesTo(bucket.hasObject("nightly/1.dump"), Status.FAILED, "nightly/1.dump");
        comesTo(bucket.hasObjectNewerThan("nightly/", Duration.ofHours(1)), Status.FAILED, "nightly/");
    }

    private static void version(String versioned, BucketVersioningStatus status) {
        store.owner().putBucketVersioning(r -> r.bucket(versioned).versioningConfiguration(v -> v.status(status)));
    }

    @Test
    void a_fresh_bucket_says_nothing_of_its_encryption() {
        comesTo(bucket.hasDefaultEncryption(), Status.ERROR, Mark.UNSUPPORTED, "isEncrypted()");
    }

    @Test
    void public_access_is_blocked_by_four_flags() {
        String blocked = store.bucket();
        Check line = store.checks().bucket(blocked).blocksPublicAccess();

        comesTo(line, Status.FAILED, "to block public access");
        block(blocked, true);
        comesTo(line, Status.PASSED, "all four flags");
        block(blocked, false);
        comesTo(line, Status.FAILED, "false for RestrictPublicBuckets");
    }

    private static void block(String blocked, boolean restrict) {
        store.owner()
                .putPublicAccessBlock(r -> r.bucket(blocked)
                        .publicAccessBlockConfiguration(PublicAccessBlockConfiguration.builder()
                                .blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(restrict)
                                .build()));
    }

    @Test
    void a_policy_is_absent_or_public() {
        String governed = store.bucket();
        Check line = store.checks().bucket(governed).policyIsNotPublic();

        comesTo(line, Status.PASSED, "");
        allow(governed, "\"*\"");
        comesTo(line, Status.FAILED, "public");
    }

    private static void allow(String governed, String principal) {
        store.owner()
                .putBucketPolicy(r -> r.bucket(governed)
                        .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                                + principal + ",\"Action\":[\"s3:GetObject\"],\"Resource\":\"arn:aws:s3:::"
                                + governed + "/*\"}]}"));
    }

    @Test
    void an_access_control_list_is_private_or_public() {
        String listed = store.bucket();
        Check line = store.checks().bucket(listed).isPrivate();

        comesTo(line, Status.PASSED, "no grant");
        store.owner().putBucketAcl(r -> r.bucket(listed).acl(BucketCannedACL.PUBLIC_READ));
        comesTo(line, Status.FAILED, "READ for the group AllUsers");
    }

    @Test
    void objects_expire_by_an_enabled_rule_of_their_prefix() {
        String expiring = store.bucket();
        BucketChecks checks = store.checks().bucket(expiring);

        comesTo(checks.hasExpiry("dumps/", 20, 40), Status.FAILED, "no lifecycle");
        expire(expiring, ExpirationStatus.ENABLED);
        comesTo(checks.hasExpiry("dumps/", 20, 40), Status.PASSED, "after 30 days");
        comesTo(checks.hasExpiry("dumps/", 31, 40), Status.FAILED, "after 30 days already");
        comesTo(checks.hasExpiry("dumps/", 1, 29), Status.FAILED, "kept for 30 days");
        comesTo(checks.hasExpiry("other/", 20, 40), Status.FAILED, "no enabled rule");
        expire(expiring, ExpirationStatus.DISABLED);
        comesTo(checks.hasExpiry("dumps/", 20, 40), Status.FAILED, "no enabled rule");
    }

    private static void expire(String expiring, ExpirationStatus status) {
        store.owner()
                .putBucketLifecycleConfiguration(r -> r.bucket(expiring)
                        .lifecycleConfiguration(l -> l.rules(LifecycleRule.builder()
                                .id("dumps")
                                .status(status)
                                .filter(f -> f.prefix("dumps/"))
                                .expiration(e -> e.days(30))
                                .build())));
    }

    @Test
    void an_object_lock_has_a_default_retention_or_not() {
        comesTo(fresh().hasObjectLock(7), Status.FAILED, "no object lock");
        String locked = store.bucket(true);
        BucketChecks checks = store.checks().bucket(locked);
        comesTo(checks.hasObjectLock(7), Status.FAILED, "without a default retention");
        lock(locked);
        comesTo(checks.hasObjectLock(7), Status.PASSED, "7 days (GOVERNANCE)");
        comesTo(checks.hasObjectLock(8), Status.FAILED, "7 days");
    }

    private static void lock(String locked) {
        store.owner()
                .putObjectLockConfiguration(r -> r.bucket(locked)
                        .objectLockConfiguration(c -> c.objectLockEnabled("Enabled")
                                .rule(rule -> rule.defaultRetention(d -> d.mode(ObjectLockRetentionMode.GOVERNANCE)
                                        .days(7)))));
    }

    @Test
    void a_write_is_tried_and_leaves_nothing_whatever_the_versioning() {
        for (BucketVersioningStatus versioning :
                new BucketVersioningStatus[] {null, BucketVersioningStatus.ENABLED, BucketVersioningStatus.SUSPENDED}) {
            String written = store.bucket();
            if (versioning != null) {
                version(written, versioning);
            }
            AcceptsWrites probe = new AcceptsWrites(new Bucket(Store.of(store.owner()), written));
            store.put(written, probe.key(), "left by a run that was killed");

            comesTo(store.checks().bucket(written).acceptsWrites(), Status.PASSED, "put, read back and removed");
            assertThat(store.remains(written)).as(String.valueOf(versioning)).isZero();
        }
    }

    @Test
    void a_write_is_not_tried_where_a_default_retention_would_keep_it() {
        String locked = store.bucket(true);
        lock(locked);

        comesTo(store.checks().bucket(locked).acceptsWrites(), Status.ERROR, "a probe could not be removed");
        assertThat(store.remains(locked)).isZero();
    }
}
