package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** Asks a store that somebody else has written: signatures, access lists, times and pages are its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ProxyTest {
    private static final Duration DAY = Duration.ofDays(1);

    private S3Proxy proxy;
    private S3Client owner;
    private S3Checks s3;
    private int buckets;

    @BeforeAll
    void start(@TempDir Path work) throws Exception {
        proxy = S3Proxy.start(work);
        owner = S3Client.builder()
                .endpointOverride(proxy.endpoint())
                .region(Region.of("us-east-1"))
                .forcePathStyle(true)
                .credentialsProvider(S3Proxy.keys())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
        s3 = checks(S3Proxy.keys());
    }

    @AfterAll
    void stop() {
        if (proxy != null) {
            s3.close();
            owner.close();
            proxy.close();
        }
    }

    private S3Checks checks(AwsCredentialsProvider keys) {
        return S3Checks.connecting(proxy.endpoint(), "us-east-1", true)
                .withCredentials(keys)
                .open();
    }

    private String bucket() {
        String name = "bucket-" + ++buckets;
        owner.createBucket(r -> r.bucket(name));
        return name;
    }

    private void put(String bucket, String key, String content) {
        owner.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(content));
    }

    private static Status status(Check check) {
        return LiveStore.run(check).status();
    }

    @Test
    void a_bucket_exists_or_does_not() {
        assertThat(status(s3.bucket(bucket()).exists())).isEqualTo(Status.PASSED);

        Result absent = LiveStore.run(s3.bucket("no-such-bucket").exists());
        assertThat(absent.status()).isEqualTo(Status.FAILED);
        assertThat(absent.message()).contains("found no such bucket (404 NoSuchBucket)");
    }

    @Test
    void keys_that_are_unknown_or_do_not_fit_their_secret_are_refused() {
        String bucket = bucket();
        assertThat(status(s3.bucket(bucket).acceptsCredentials())).isEqualTo(Status.PASSED);

        try (S3Checks forged = checks(S3Proxy.keys(S3Proxy.ACCESS_KEY, "another secret"));
                S3Checks unknown = checks(S3Proxy.keys("NOSUCHKEY00000000000", "another secret"))) {
            Result forgedResult = LiveStore.run(forged.bucket(bucket).acceptsCredentials());
            assertThat(forgedResult.status()).isEqualTo(Status.FAILED);
            assertThat(forgedResult.message())
                    .contains("403 SignatureDoesNotMatch")
                    .doesNotContain("another secret");

            Result unknownResult = LiveStore.run(unknown.bucket(bucket).acceptsCredentials());
            assertThat(unknownResult.status()).isEqualTo(Status.FAILED);
            assertThat(unknownResult.message()).contains("403 InvalidAccessKeyId");

            assertThat(status(forged.bucket(bucket).exists())).isEqualTo(Status.ERROR);
        }
    }

    @Test
    void a_bucket_is_private_until_its_access_list_says_otherwise() {
        String bucket = bucket();
        put(bucket, "dump", "content");
        assertThat(status(s3.bucket(bucket).isPrivate())).isEqualTo(Status.PASSED);
        assertThat(status(s3.bucket(bucket).refusesAnonymousAccess(""))).isEqualTo(Status.PASSED);

        owner.putBucketAcl(r -> r.bucket(bucket).acl(BucketCannedACL.PUBLIC_READ));

        assertThat(status(s3.bucket(bucket).isPrivate())).isEqualTo(Status.FAILED);
        Result tried = LiveStore.run(s3.bucket(bucket).refusesAnonymousAccess(""));
        assertThat(tried.status()).isEqualTo(Status.FAILED);
        assertThat(tried.message()).contains("that anybody may list the bucket");
    }

    @Test
    void one_public_object_in_a_private_bucket_is_found_by_trying() {
        String bucket = bucket();
        put(bucket, "1", "content");
        put(bucket, "2", "content");
        owner.putObjectAcl(r -> r.bucket(bucket).key("2").acl(ObjectCannedACL.PUBLIC_READ));

        assertThat(status(s3.bucket(bucket).isPrivate())).isEqualTo(Status.PASSED);
        assertThat(LiveStore.run(s3.bucket(bucket).refusesAnonymousAccess("")).message())
                .contains("that anybody may read \"2\"");
    }

    @Test
    void backups_are_as_fresh_as_their_files() {
        String bucket = bucket();
        Instant now = Instant.now();
        BucketChecks dumps = s3.bucket(bucket);
        proxy.write(bucket, "dumps/1", 1_000);
        proxy.write(bucket, "dumps/2", 1_000);
        proxy.date(bucket, "dumps/1", now.minus(Duration.ofDays(20)));
        proxy.date(bucket, "dumps/2", now.minus(Duration.ofHours(30)));

        assertThat(status(dumps.hasObjectNewerThan("dumps/", Duration.ofHours(31), 1_000)))
                .isEqualTo(Status.PASSED);
        assertThat(status(dumps.hasObjectNewerThan("dumps/", Duration.ofHours(29), 1_000)))
                .isEqualTo(Status.FAILED);
        assertThat(status(dumps.hasObjectNewerThan("dumps/", Duration.ofHours(31), 1_001)))
                .isEqualTo(Status.FAILED);
        assertThat(status(dumps.hasNoObjectOlderThan("dumps/", DAY.multipliedBy(21))))
                .isEqualTo(Status.PASSED);
        assertThat(status(dumps.hasNoObjectOlderThan("dumps/", DAY.multipliedBy(19))))
                .isEqualTo(Status.FAILED);
        assertThat(status(dumps.retentionWorks("dumps/", 14, 30))).isEqualTo(Status.PASSED);
        assertThat(status(dumps.retentionWorks("dumps/", 7, 14))).isEqualTo(Status.FAILED);
        assertThat(status(dumps.hasObjectBetween("dumps/", DAY, () -> now.minus(Duration.ofHours(29)), 1)))
                .isEqualTo(Status.PASSED);
        assertThat(status(dumps.hasObjectBetween("dumps/", DAY, () -> now.minus(Duration.ofHours(31)), 1)))
                .isEqualTo(Status.FAILED);
    }

    @Test
    void more_than_two_pages_of_objects_are_read_to_the_end() {
        String bucket = bucket();
        for (int i = 0; i < 2_001; i++) {
            proxy.write(bucket, "wals/%04d".formatted(i), 1);
            proxy.date(bucket, "wals/%04d".formatted(i), Instant.now().minus(DAY.multipliedBy(2)));
        }
        BucketChecks dumps = s3.bucket(bucket);
        assertThat(status(dumps.hasObjectNewerThan("wals/", DAY))).isEqualTo(Status.FAILED);

        proxy.date(bucket, "wals/1500", Instant.now().minus(Duration.ofHours(1)));
        Result fresh = LiveStore.run(dumps.hasObjectNewerThan("wals/", DAY));

        assertThat(fresh.status()).as(fresh.toString()).isEqualTo(Status.PASSED);
        assertThat(fresh.evidence())
                .containsEntry("key", "wals/1500")
                .containsEntry("objects", "2001")
                .containsEntry("list requests", "3");
    }

    @Test
    void a_probe_is_written_and_nothing_is_left() {
        String bucket = bucket();

        assertThat(status(s3.bucket(bucket).acceptsWrites())).isEqualTo(Status.PASSED);
        assertThat(owner.listObjectsV2(r -> r.bucket(bucket)).contents()).isEmpty();
    }

    @Test
    void versioning_that_was_never_enabled_fails() {
        assertThat(status(s3.bucket(bucket()).hasVersioningEnabled())).isEqualTo(Status.FAILED);
    }

    @Test
    void a_word_for_no_policy_that_is_not_one_of_s3_shows_nothing() {
        Result result = LiveStore.run(s3.bucket(bucket()).policyIsNotPublic());

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).endsWith("to tell its policy, found 404 NoSuchPolicy");
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                line("encryption", BucketChecks::hasDefaultEncryption),
                line("public access block", BucketChecks::blocksPublicAccess),
                line("lifecycle", bucket -> bucket.hasExpiry("", 1, 30)),
                line("object lock", bucket -> bucket.hasObjectLock(1)));
    }

    private static Arguments line(String name, Function<BucketChecks, Check> line) {
        return Arguments.of(name, line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsupported")
    void what_the_store_has_no_interface_for_is_an_error(String name, Function<BucketChecks, Check> line) {
        Result result = LiveStore.run(line.apply(s3.bucket(bucket())));

        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).as(result.toString()).isEqualTo(Mark.UNSUPPORTED);
        assertThat(result.message()).contains("this store has no such API");
    }
}
