package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.s3.BucketChecks;
import dev.checklist.s3.S3Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Is what the page asks of the object store: its ten buckets, their keys, and the backups in two of them. */
final class ObjectStorage {
    // A backup each night, and two hours for a night that was slow.
    private static final Duration FRESH = Duration.ofHours(26);
    private static final Duration BEFORE_A_ROLLOUT = Duration.ofHours(24);
    private static final double LEAST_PART_OF_THE_LAST = 0.5;
    // Line of the page on which the buckets begin.
    private static final int FIRST_BUCKET = 27;

    private final S3Checks s3;
    private final List<String> buckets;
    private final AwsCredentialsProvider applicationKeys;
    private final List<Backups> backups;
    private final Map<String, Check> exists = new HashMap<>();

    /**
     * Takes a store as the operator sees it.
     *
     * @param buckets the application's eight buckets, in the order of the page
     * @param applicationKeys the application's own keys, from its Secret
     */
    ObjectStorage(
            S3Checks s3,
            List<String> buckets,
            AwsCredentialsProvider applicationKeys,
            Backups postgres,
            Backups mongodb) {
        this.s3 = s3;
        this.buckets = List.copyOf(buckets);
        this.applicationKeys = applicationKeys;
        this.backups = List.of(postgres, mongodb);
    }

    /** Returns everything that is asked of the store, in the order of the page. */
    List<Section> sections(Callable<Instant> rolloutStart) {
        return List.of(store(), backupStore(), freshBackups(), protection(), beforeTheRollout(rolloutStart));
    }

    /** Asks for the store, the ten buckets and the application's keys: D25 to D37, and D108. */
    Section store() {
        List<Item> lines = new ArrayList<>();
        lines.add(s3.bucket(buckets.get(0))
                .acceptsCredentials()
                .named("the object store answers our keys")
                .tag("D25"));
        List<String> all = allBuckets();
        lines.add(section(
                        "Buckets",
                        each(
                                all,
                                name -> (buckets.contains(name)
                                                ? exists(name)
                                                : exists(name).tag("D108"))
                                        .tag("D" + (FIRST_BUCKET + all.indexOf(name)))))
                .tag("D26"));
        lines.add(section(
                "Keys of the application",
                s3.using(applicationKeys)
                        .bucket(buckets.get(0))
                        .acceptsCredentials()
                        .named("the keys of the application work")
                        .tag("D37")));
        return section("Object store", lines);
    }

    /** Asks for the buckets of the backups with the keys of those who write them: D106 and D107. */
    Section backupStore() {
        return section(
                "Buckets of the backups",
                keys(backups.get(0)).tag("D106"),
                keys(backups.get(1)).tag("D107"));
    }

    /** Asks for fresh backups, and that old ones disappear: D192 and D193. */
    Section freshBackups() {
        return section(
                "Backups in the object store",
                each(
                        backups,
                        backup -> bucket(backup)
                                .hasObjectNewerThan(backup.prefix(), FRESH, backup.minBytes(), LEAST_PART_OF_THE_LAST)
                                .tag("D192")),
                each(
                        backups,
                        backup -> bucket(backup)
                                .retentionWorks(backup.prefix(), backup.keptDays(), backup.keptDays())
                                .orAsk(signOff("old backups of " + backup.database() + " will be deleted")
                                        .by("DevOps lead"))
                                .tag("D193")));
    }

    /** Asks that the backups are encrypted and that nobody else reads the buckets: D210 and D211. */
    Section protection() {
        return section(
                "Protection of the object store",
                each(
                        backups,
                        backup -> bucket(backup)
                                .newestObject(backup.prefix())
                                .isEncrypted()
                                .orAsk(signOff("backups of " + backup.database() + " are encrypted")
                                        .by("security review"))
                                .tag("D210")),
                each(allBuckets(), name -> s3.bucket(name).isPrivate().tag("D211")),
                each(allBuckets(), name -> s3.bucket(name).policyIsNotPublic().tag("D211")),
                each(
                        backups,
                        backup -> bucket(backup)
                                .refusesAnonymousAccess(backup.prefix())
                                .tag("D211")));
    }

    /**
     * Asks for a backup of the day before the rollout: D224.
     *
     * @param rolloutStart when the oldest pod of the new revision was made; now if there is none yet
     */
    Section beforeTheRollout(Callable<Instant> rolloutStart) {
        return section(
                "Backups before the rollout",
                each(
                        backups,
                        backup -> bucket(backup)
                                .hasObjectBetween(backup.prefix(), BEFORE_A_ROLLOUT, rolloutStart, backup.minBytes())
                                .named("a backup of " + backup.database() + " is of the day before the rollout")
                                .tag("D224")));
    }

    /** Returns one and the same check each time, so that other lines can require it. */
    private Check exists(String bucket) {
        return exists.computeIfAbsent(bucket, name -> s3.bucket(name).exists());
    }

    private List<String> allBuckets() {
        return Stream.concat(buckets.stream(), backups.stream().map(Backups::bucket))
                .toList();
    }

    private BucketChecks bucket(Backups backup) {
        return s3.bucket(backup.bucket());
    }

    private Check keys(Backups backup) {
        return s3.using(backup.keys())
                .bucket(backup.bucket())
                .acceptsCredentials()
                .requires(exists(backup.bucket()))
                .named("the keys of " + backup.database() + "'s backups work");
    }
}
