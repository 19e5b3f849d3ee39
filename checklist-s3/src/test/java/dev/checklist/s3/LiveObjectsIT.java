package dev.checklist.s3;

import static dev.checklist.s3.LiveStore.run;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** What a real store says of its objects. */
class LiveObjectsIT {
    private static final List<String> ODD =
            List.of("odd/a\nb", "odd/ä €", "odd/a+b c%2B", "odd/<script>&amp;", "odd/\u0001");

    private static LiveStore store;
    private static String name;
    private static BucketChecks bucket;

    @BeforeAll
    static void fill() {
        store = new LiveStore();
        name = store.bucket();
        bucket = store.checks().bucket(name);
        store.put(name, "dumps/1.dump", "PGDMP and more");
        store.put(name, "dumps/2.dump", "PGDMP and a little more");
        store.put(name, "folder/", "x");
        ODD.forEach(key -> store.put(name, key, "odd"));
    }

    @AfterAll
    static void leaveNothing() {
        store.close();
    }

    private static Result comesTo(Check line, Status status, String words) {
        Result result = run(line);
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.message()).contains(words);
        return result;
    }

    @Test
    void an_object_is_there_by_its_very_key() {
        comesTo(bucket.hasObject("dumps/1.dump"), Status.PASSED, "14 bytes");
        comesTo(bucket.hasObject("dumps/1"), Status.FAILED, "no such object");
        comesTo(bucket.hasObject("dumps/3.dump"), Status.FAILED, "no such object");
        for (String key : ODD) {
            // A prefix with a character that XML does not have comes back as it is, which nobody can read.
            boolean isXml = key.chars().allMatch(c -> c >= 0x20 || c == '\n');
            comesTo(bucket.hasObject(key), isXml ? Status.PASSED : Status.ERROR, isXml ? "3 bytes" : "not S3's XML");
        }
    }

    @Test
    void an_object_is_fresh_by_the_clock_of_the_store() {
        Result fresh = comesTo(bucket.hasObjectNewerThan("dumps/", ofHours(1), 20), Status.PASSED, "dumps/2.dump");
        assertThat(fresh.evidence()).containsEntry("clock", "the store's").containsEntry("objects", "2");
        comesTo(bucket.hasObjectNewerThan("dumps/", ofHours(1), 1_000), Status.FAILED, "only smaller ones");
        comesTo(bucket.hasObjectNewerThan("folder/", ofHours(1)), Status.FAILED, "none at all");
        comesTo(bucket.hasObjectNewerThan("odd/", ofHours(1)), Status.PASSED, "odd/");
        comesTo(bucket.hasNoObjectOlderThan("", ofHours(1)), Status.PASSED, "of 7 objects");
    }

    @Test
    void an_object_is_of_a_span_of_time_or_not() {
        Instant now = store.owner()
                .headObject(r -> r.bucket(name).key("dumps/2.dump"))
                .lastModified();

        comesTo(
                bucket.hasObjectBetween("dumps/", now.minusSeconds(3_600), now.plusSeconds(60), 1),
                Status.PASSED,
                "dumps/2.dump");
        comesTo(
                bucket.hasObjectBetween("dumps/", now.minusSeconds(7_200), now.minusSeconds(3_600), 1),
                Status.FAILED,
                "the newest is dumps/2.dump");
    }

    @Test
    void retention_is_not_shown_by_young_objects() {
        Result young = comesTo(bucket.retentionWorks("dumps/", 7, 30), Status.ERROR, "nothing shows yet");
        assertThat(young.mark()).isEqualTo(Mark.UNSUPPORTED);
    }

    @Test
    void more_than_a_page_of_objects_is_listed_to_the_end() {
        String many = store.bucket();
        IntStream.range(0, 1_001).parallel().forEach(i -> store.put(many, "many/" + i, "x"));

        Result result =
                comesTo(store.checks().bucket(many).hasNoObjectOlderThan("many/", ofHours(1)), Status.PASSED, "1001");
        assertThat(result.evidence()).containsEntry("list requests", "2");
    }

    @Test
    void a_public_object_in_a_private_bucket_is_found_by_trying() {
        String leaky = store.bucket();
        store.put(leaky, "a", "x");
        BucketChecks checks = store.checks().bucket(leaky);
        comesTo(checks.refusesAnonymousAccess(""), Status.PASSED, "1 of 1 objects tried");

        store.owner().putObjectAcl(r -> r.bucket(leaky).key("a").acl(ObjectCannedACL.PUBLIC_READ));
        comesTo(checks.isPrivate(), Status.PASSED, "no grant");
        comesTo(checks.policyIsNotPublic(), Status.PASSED, "");
        comesTo(checks.refusesAnonymousAccess(""), Status.FAILED, "anybody may read \"a\"");

        store.owner()
                .putPublicAccessBlock(r -> r.bucket(leaky)
                        .publicAccessBlockConfiguration(b -> b.blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(true)));
        comesTo(checks.refusesAnonymousAccess(""), Status.PASSED, "tried");
    }

    @Test
    void nothing_to_try_proves_nothing() {
        comesTo(bucket.refusesAnonymousAccess("none/"), Status.ERROR, "nothing to try");
    }

    @Test
    void the_newest_object_is_encrypted_by_its_first_bytes() {
        String mixed = store.bucket();
        store.put(mixed, "age/1", "age-encryption.org/v1\n-> X25519 and more");
        store.put(mixed, "gzip/1", "\u001f\u008b\b and more");
        store.put(mixed, "tar/1", "readme.txt" + "\0".repeat(247) + "ustar" + "\0".repeat(250));
        store.put(mixed, "noise/1", "\u0099\u0001 no known format".repeat(40));
        BucketChecks checks = store.checks().bucket(mixed);

        comesTo(checks.newestObject("age/").isEncrypted(), Status.PASSED, "begins as age");
        comesTo(checks.newestObject("gzip/").isEncrypted(), Status.FAILED, "plain gzip");
        comesTo(checks.newestObject("tar/").isEncrypted(), Status.FAILED, "plain tar");
        Result noise = comesTo(checks.newestObject("noise/").isEncrypted(), Status.ERROR, "no known format");
        assertThat(noise.mark()).isEqualTo(Mark.UNSUPPORTED);
    }
}
